using CityGuard.Cities;
using CityGuard.Domain.Incidents;
using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Statistics;

namespace CityGuard.Simulation.Reports;

/// <summary>Works the figures of an answer out of what was counted.</summary>
public static class AnswerMaker
{
    private const int MostPlaces = 20, CurveStep = 30, CurveSteps = 61;

    /// <summary>The answer of a run; the first scenario is what the others are compared with.</summary>
    public static Answer Make(CityModel city, IReadOnlyList<PlayedScenario> played, RunOptions options)
    {
        var corrected = Estimate.Corrected(options.Level, played.Count - 1);
        return new Answer(
            city.Manifest.Name.En,
            city.Manifest.Hash,
            options.Seed,
            played[0].Outcomes.Count,
            played[0].Scenario.Days,
            options.Level,
            corrected,
            [.. played.Select(p => Figures(p, options.Level))],
            [.. played.Skip(1).Select(p => Difference(p, played[0], corrected))]);
    }

    private static ScenarioFigures Figures(PlayedScenario played, double level)
    {
        var scenario = played.Scenario.Scenario;
        return new ScenarioFigures(
            scenario.Name,
            scenario.Version,
            scenario.Note,
            Group(played, Dimension.All, 0, level),
            [.. Groups(played).Select(group => Group(played, group.Dimension, group.Key, level))],
            [.. Percentiles(played, level)],
            [.. Totals(played.Scenario.Days).Select(total => new NamedEstimate(total.Name, played.Estimate(total.Measure, level)))],
            Worst(played.Sum.CellIncidents, played.Sum.CellLate, played.Scenario.Labels.Cells, Days(played)),
            Worst(played.Sum.TargetIncidents, played.Sum.TargetLate, played.Scenario.Labels.Targets, Days(played)),
            [.. Responders(played)],
            [.. played.Sum.CoverageLooks.Select((looks, minute) => looks == 0 ? 0 : (double)played.Sum.CoverageLost[minute] / looks)],
            Curve(played.Sum.SecondsOf(Part.Response)));
    }

    private static double Days(PlayedScenario played) => played.Scenario.Days * played.Outcomes.Count;

    private static IEnumerable<(Dimension Dimension, int Key)> Groups(PlayedScenario played)
        => from dimension in Enum.GetValues<Dimension>().Where(d => d != Dimension.All)
            from key in Enumerable.Range(0, played.Sum.Size(dimension))
            where played.Sum.Count(dimension, key, Metric.Incidents) > 0
            select (dimension, key);

    private static GroupFigures Group(PlayedScenario played, Dimension dimension, int key, double level)
    {
        var within = played.Estimate(new ShareMeasure(dimension, key, Metric.Within), level);
        return new GroupFigures(
            dimension,
            played.Scenario.Labels.Of(dimension, key),
            played.Sum.Count(dimension, key, Metric.Incidents) / Days(played),
            within,
            within with { Mean = 1 - within.Mean },
            played.Estimate(new ShareMeasure(dimension, key, Metric.First), level),
            played.Estimate(new ShareMeasure(dimension, key, Metric.ClocksKept, Metric.Clocked), level),
            played.Estimate(new MeanResponse(dimension, key), level),
            played.Estimate(new ShareMeasure(dimension, key, Metric.Unserved), level));
    }

    private static IEnumerable<PercentileFigures> Percentiles(PlayedScenario played, double level)
    {
        foreach (var part in Enum.GetValues<Part>())
            yield return Of(Camel(part.ToString()), at => new PartPercentile(part, at));
        foreach (var severity in Enum.GetValues<IncidentSeverity>())
            yield return Of(Camel(severity.ToString()), at => new SeverityPercentile(severity, at));

        PercentileFigures Of(string name, Func<int, Measure> measure)
        {
            var at = Enumerable.Range(0, Outcome.Levels.Length).Select(i => played.Estimate(measure(i), level)).ToArray();
            return new PercentileFigures(name, at[0], at[1], at[2], at[3]);
        }
    }

    private static IEnumerable<(string Name, Measure Measure)> Totals(double days) =>
    [
        ("queuedPerDay", new TotalMeasure(Total.Queued, days)),
        ("queueHoursPerDay", new TotalMeasure(Total.QueueMilliseconds, days * 3_600_000)),
        ("escalatedPerDay", new TotalMeasure(Total.Escalated, days)),
        ("aidedPerDay", new TotalMeasure(Total.Aided, days)),
        ("divertedPerDay", new TotalMeasure(Total.Diverted, days)),
        ("deskPerDay", new TotalMeasure(Total.Desk, days)),
        ("unservedPerDay", new CountPerDay(days)),
        ("kmPerDay", new TotalMeasure(Total.Metres, days * 1000)),
        ("busyHoursPerDay", new TotalMeasure(Total.BusyMilliseconds, days * 3_600_000)),
        ("coverageLost", new TotalShare(Total.CoverageLost, Total.CoverageLooks)),
    ];

    private static PlaceFigures[] Worst(int[] incidents, int[] late, IReadOnlyList<string> ids, double days)
        => [.. Enumerable.Range(0, incidents.Length).Where(i => late[i] > 0).OrderByDescending(i => late[i]).ThenBy(i => i).Take(MostPlaces)
            .Select(i => new PlaceFigures(ids[i], incidents[i] / days, (double)late[i] / incidents[i], late[i] / days))];

    private static IEnumerable<ResponderFigures> Responders(PlayedScenario played)
    {
        var (sum, world, days) = (played.Sum, played.Scenario.World, Days(played));
        for (var unit = 0; unit < sum.Busy.Length; unit++)
            if (sum.Assignments[unit] > 0 || world.Units[unit].Target < 0)
                yield return new ResponderFigures(
                    world.Units[unit].Id, played.Scenario.Labels.Classes[world.Units[unit].Class], sum.Busy[unit] / (days * 86_400_000), sum.Metres[unit] / (days * 1000), sum.Assignments[unit] / days);
    }

    private static double[] Curve(ReadOnlySpan<int> bySecond)
    {
        var (total, curve, done, second) = (0L, new double[CurveSteps], 0L, 0);
        foreach (var count in bySecond)
            total += count;
        for (var step = 0; step < CurveSteps; step++)
        {
            for (; second <= step * CurveStep; second++)
                done += bySecond[second];
            curve[step] = total == 0 ? 0 : (double)done / total;
        }

        return curve;
    }

    private static ScenarioDifference Difference(PlayedScenario played, PlayedScenario against, double level)
    {
        var figures = new List<(string Name, Measure Measure)>
        {
            ("within", new ShareMeasure(Dimension.All, 0, Metric.Within)),
            ("first", new ShareMeasure(Dimension.All, 0, Metric.First)),
            ("clocksKept", new ShareMeasure(Dimension.All, 0, Metric.ClocksKept, Metric.Clocked)),
            ("meanResponse", new MeanResponse(Dimension.All, 0)),
            ("p50Response", new PartPercentile(Part.Response, 0)),
            ("p90Response", new PartPercentile(Part.Response, 2)),
            ("p95Response", new PartPercentile(Part.Response, 3)),
        };
        figures.AddRange(Totals(played.Scenario.Days));
        // Groups have numbers of their own in each scenario: they are told by their names.
        var others = Groups(against).ToDictionary(g => (g.Dimension, against.Scenario.Labels.Of(g.Dimension, g.Key)), g => g.Key);
        return new ScenarioDifference(
            played.Scenario.Scenario.Name,
            against.Scenario.Scenario.Name,
            [.. figures.Select(figure => new NamedEstimate(figure.Name, played.Difference(against, figure.Measure, level)))],
            [.. from g in Groups(played)
                let name = played.Scenario.Labels.Of(g.Dimension, g.Key)
                where others.ContainsKey((g.Dimension, name))
                let other = others[(g.Dimension, name)]
                select new GroupDifference(
                    g.Dimension, name,
                    Paired(new ShareMeasure(g.Dimension, g.Key, Metric.Within), new ShareMeasure(g.Dimension, other, Metric.Within)),
                    Paired(new MeanResponse(g.Dimension, g.Key), new MeanResponse(g.Dimension, other)))]);

        Estimate Paired(Measure of, Measure from)
            => Estimate.Paired(of.Values(played.Outcomes, played.Sum), from.Values(against.Outcomes, against.Sum), level);
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private sealed record CountPerDay(double Days) : Measure
    {
        internal override double Of(Outcome outcome, Tally shape) => outcome.Counts[shape.Place(Dimension.All, 0) + (int)Metric.Unserved] / Days;
    }
}
