using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;
using CityGuard.Simulation.Statistics;

namespace CityGuard.Simulation.Optimise;

/// <summary>
/// Several suggestions for one order, by all goals, played on the same nights against what they start from: a bound says what a model of coverage can gain, the race what
/// comes of it when responders are busy.
/// </summary>
/// <param name="Suggestions">The one that was ordered first, then the others; equal ones once.</param>
/// <param name="Played">The base, then each suggestion.</param>
/// <param name="Winner">Index among the suggestions: the greatest share within standard.</param>
/// <param name="Gain">Its difference from the base, at a level corrected for the number of suggestions.</param>
public sealed record SuggestionRace(IReadOnlyList<Suggestion> Suggestions, IReadOnlyList<PlayedScenario> Played, int Winner, Estimate Gain)
{
    private static readonly ShareMeasure Within = new(Dimension.All, 0, Metric.Within);

    /// <summary>Runs a race.</summary>
    public static SuggestionRace Run(
        SimulationCity at, Scenario @base, PlacementOrder order, RunOptions options, IProgress<RunProgress>? progress = null, TimeProvider? time = null, CancellationToken cancel = default)
    {
        PlacementGoal[] goals = [order.Goal, .. Enum.GetValues<PlacementGoal>().Where(g => g != order.Goal)];
        var suggestions = goals.Select(goal => PlacementPlanner.Suggest(at, @base, order with { Goal = goal }, time, cancel))
            .DistinctBy(s => string.Join('|', s.Steps.Select(step => $"{step.Who}>{step.To}").Order(StringComparer.Ordinal))).ToArray();
        var played = ScenarioRun.Play(PreparedScenario.MakeAll(at, [@base, .. suggestions.Select(s => s.Scenario)]), options, progress, time, cancel);
        var winner = Enumerable.Range(0, suggestions.Length).MaxBy(i => (played[i + 1].Estimate(Within, options.Level).Mean, -i));
        return new SuggestionRace(suggestions, played, winner, played[winner + 1].Difference(played[0], Within, Estimate.Corrected(options.Level, suggestions.Length)));
    }
}
