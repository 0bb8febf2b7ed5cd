using CityGuard.Domain.Geography;

namespace CityGuard.Simulation.Scenarios;

/// <summary>What of a scenario the living city can take over, and what it cannot.</summary>
/// <param name="Moves">Posts by responder, in the order of the scenario; the last word on each.</param>
/// <param name="Left">Edits that stay behind, each with the reason and what to do instead.</param>
public sealed record Adoption(IReadOnlyDictionary<string, GeoPoint> Moves, IReadOnlyList<ScenarioProblem> Left)
{
    /// <summary>Posts are adopted. What a scenario supposes (calls, weather, crowds) is not; what a person orders elsewhere is named.</summary>
    public static Adoption Of(Scenario scenario)
    {
        var (moves, left, added) = (new Dictionary<string, GeoPoint>(), new List<ScenarioProblem>(), new List<string>());
        foreach (var (i, edit) in scenario.Edits.Index())
        {
            var path = $"$.edits[{i}]";
            if (edit is MoveEdit move)
                foreach (var who in move.Who)
                    if (added.Any(prefix => who.StartsWith(prefix, StringComparison.Ordinal)))
                        left.Add(new ScenarioProblem(path, $"{who} is not in the city package"));
                    else
                        moves[who] = move.To;
            else
                left.Add(new ScenarioProblem(path, Instead(edit)));
            if (edit is AddEdit add)
                added.Add(add.Prefix);
        }

        if (ScenarioJson.Write(scenario) != ScenarioJson.Write(scenario with { Policy = new ScenarioPolicy() }))
            left.Add(new ScenarioProblem("$.policy", "how forces are led is set by the host's settings and the plans of the city package"));
        return new Adoption(moves, left);
    }

    private static string Instead(Edit edit) => edit switch
    {
        AddEdit => "new responders come with a new city package",
        RemoveEdit => "who is not needed reports out of service",
        ReclassEdit => "another kind or class comes with a new city package",
        ShiftEdit => "shifts are what crews sign in for",
        DutyEdit => "a duty level is ordered on the page of duty",
        StandardEdit or PlanEdit or DropPlanEdit => "standards and plans come with a new city package",
        RoadEdit => "roads are closed on the page of roads",
        _ => "this is supposed, not ordered",
    };
}
