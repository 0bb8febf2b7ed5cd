using CityGuard.Domain.Duty;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Readiness;
using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Scenarios;

namespace CityGuard.Simulation.Reports;

/// <summary>
/// How ready every cell and target would be with everybody who is on duty free at his post: what the live boards show once everybody stands there.
/// </summary>
/// <param name="Cells">By cell index.</param>
/// <param name="Targets">By target index; closed ones are <see cref="ReadinessLevel.Closed"/>.</param>
public sealed record BoardForecast(IReadOnlyList<ReadinessLevel> Cells, IReadOnlyList<ReadinessLevel> Targets)
{
    /// <summary>Of a scenario, at the minute at which it begins.</summary>
    /// <exception cref="ScenarioException">It cannot be played in this city.</exception>
    public static BoardForecast Of(SimulationCity at, Scenario scenario)
    {
        var (city, deployment) = (at.City, DeploymentMaker.Make(at, scenario));
        var minute = NightTime.Of(scenario, TimeZoneInfo.FindSystemTimeZoneById(city.Manifest.TimeZone)).StartMinute;
        var travel = at.Travel(city.Rules.Periods.FirstOrDefault(p => p.IsNow(minute)), deployment.Roads);
        var arrivals = Arrivals(deployment, travel);
        var (rules, targets) = (Rules(deployment), new ReadinessLevel[city.Targets.Length]);
        var targetsIn = Enumerable.Range(0, targets.Length).ToLookup(target => city.TryCell(city.Targets[target].Cell.Value, out var cell) ? cell : -1);
        var units = deployment.Postings.Index().Where(u => u.Item.IsOut && u.Item.Target >= 0).ToLookup(u => u.Item.Target, u => new Arrival(u.Index, u.Item.Kind, u.Item.Turnout));
        var cells = new ReadinessLevel[city.Cells.Count];
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var governing = -1;
            foreach (var target in targetsIn[cell])
            {
                var open = city.Targets[target].Hours.IsOpen(minute);
                if (open && (governing < 0 || StandardCompiler.CompareStrictness(Rule(city.Targets[target].Standard), Rule(city.Targets[governing].Standard)) < 0))
                    governing = target;
                targets[target] = open ? Level(Rule(city.Targets[target].Standard), [.. arrivals[cell], .. units[target]]) : ReadinessLevel.Closed;
            }

            cells[cell] = governing >= 0 ? targets[governing] : Level(Rule(city.Cells.Standard[cell]), [.. arrivals[cell]]);

            StandardRule Rule(string standard) => rules[(standard, deployment.Duty[cell])];
        }

        return new BoardForecast(cells, targets);
    }

    private static List<Arrival>[] Arrivals(Deployment deployment, CityTravel travel)
    {
        var arrivals = Enumerable.Range(0, travel.Cells).Select(_ => new List<Arrival>()).ToArray();
        foreach (var (number, posting) in deployment.Postings.Index())
            if (posting.IsOut && posting.Target < 0)
                travel.ForEach(posting.Cell, (cell, time) =>
                {
                    if (time + posting.Turnout < Travel.Beyond)
                        arrivals[cell].Add(new Arrival(number, posting.Kind, (ushort)(time + posting.Turnout)));
                });
        return arrivals;
    }

    private static Dictionary<(string Standard, byte Duty), StandardRule> Rules(Deployment deployment)
    {
        string[] kinds = [.. deployment.City.City.Rules.Kinds.Select(k => k.Id)];
        return (from standard in deployment.Standards
            from level in deployment.City.City.Rules.Duty.Select((level, rank) => (level, rank))
            select (standard, level)).ToDictionary(s => (s.standard.Id, (byte)s.level.rank), s => StandardCompiler.Compile(s.standard.Under(s.level.level), kinds));
    }

    private static ReadinessLevel Level(in StandardRule rule, ReadOnlySpan<Arrival> arrivals) => ReadinessRule.Evaluate(rule, arrivals).Level;
}
