using CityGuard.Cities;

namespace CityGuard.Simulation.Scenarios;

/// <summary>Turns the calls of a scenario into a demand model and back.</summary>
public static class GivenDemands
{
    /// <summary>As a scenario carries it.</summary>
    /// <param name="demand">Calls, all types together.</param>
    /// <param name="city">The city.</param>
    /// <param name="shapes">Types that come elsewhere and at other hours.</param>
    public static GivenDemand Of(DemandModel demand, CityModel city, IReadOnlyList<ShapedCalls>? shapes = null) => new(
        demand.CallsPerDay,
        Cells(demand.CellShare, city),
        Hours(demand.HourFactor),
        [.. demand.Mix.Select(m => new CrowdShare(m.Type, m.Severity, Math.Round(m.Share, 9), m.OnSceneSeconds))],
        shapes is { Count: > 0 } ? [.. shapes.Select(shape => new TypeShape(shape.Type, Cells(shape.CellShare, city), Hours(shape.HourFactor)))] : null);

    /// <summary>All types together: what is weighed where the type does not matter.</summary>
    internal static DemandModel Model(GivenDemand given, CityModel city)
    {
        var total = given.Mix.Sum(m => m.Share);
        var shapes = Shapes(given, city);
        var (cells, hours) = (Shares(given.Cells, city), Factors(given.Hours));
        double Share(string type) => given.Mix.Where(m => m.Type == type).Sum(m => m.Share) / total;
        var rest = 1 - shapes.Sum(shape => Share(shape.Type));
        return new DemandModel
        {
            CallsPerDay = given.CallsPerDay,
            CellShare = [.. cells.Select((share, cell) => (float)((share * rest) + shapes.Sum(shape => shape.CellShare[cell] * Share(shape.Type))))],
            HourFactor = [.. hours.Select((factor, hour) => (float)((factor * rest) + shapes.Sum(shape => shape.HourFactor[hour] * Share(shape.Type))))],
            Mix = [.. given.Mix.Select(m => new DemandMix(m.Type, m.Severity, m.Share / total, m.OnSceneSeconds))],
        };
    }

    internal static IReadOnlyList<ShapedCalls> Shapes(GivenDemand given, CityModel city)
        => [.. (given.Shapes ?? []).Select(shape => new ShapedCalls(shape.Type, [.. Shares(shape.Cells, city).Select(s => (float)s)], [.. Factors(shape.Hours).Select(f => (float)f)]))];

    /// <summary>Where and when the types without a shape of their own come.</summary>
    internal static (IReadOnlyList<float> Cells, IReadOnlyList<float> Hours) Rest(GivenDemand given, CityModel city)
        => ([.. Shares(given.Cells, city).Select(s => (float)s)], [.. Factors(given.Hours).Select(f => (float)f)]);

    private static Dictionary<string, double> Cells(IReadOnlyList<float> shares, CityModel city)
        => Enumerable.Range(0, city.Cells.Count).Where(cell => shares[cell] > 0).ToDictionary(cell => city.Cells.Id(cell).Value, cell => Math.Round(shares[cell], 9));

    private static double[] Hours(IReadOnlyList<float> factors) => [.. factors.Select(h => Math.Round(h, 6))];

    private static double[] Shares(IReadOnlyDictionary<string, double> given, CityModel city)
    {
        var (cells, total) = (new double[city.Cells.Count], given.Values.Sum());
        foreach (var (id, share) in given)
            if (city.TryCell(id, out var cell))
                cells[cell] = share / total;
        return cells;
    }

    private static double[] Factors(IReadOnlyList<double> given)
    {
        var mean = given.Average();
        return [.. given.Select(factor => factor / mean)];
    }

    internal static IEnumerable<ScenarioProblem> Problems(GivenDemand given, CityModel city)
    {
        if (given.CallsPerDay is not (>= 0 and <= 1_000_000))
            yield return new("$.demand.callsPerDay", $"{given.CallsPerDay} calls a day do not lie between 0 and 1,000,000");
        foreach (var problem in Problems("$.demand", given.Cells, given.Hours, city))
            yield return problem;
        foreach (var (shape, i) in (given.Shapes ?? []).Select((shape, i) => (shape, i)))
        {
            if (given.Mix.All(m => m.Type != shape.Type) || given.Shapes!.Take(i).Any(earlier => earlier.Type == shape.Type))
                yield return new($"$.demand.shapes[{i}].type", $"'{shape.Type}' is not in the mix, or has a shape already");
            foreach (var problem in Problems($"$.demand.shapes[{i}]", shape.Cells, shape.Hours, city))
                yield return problem;
        }

        if (given.Mix.Count == 0 || given.Mix.Any(m => m.Share is not (>= 0 and <= 1e9) || m.OnSceneSeconds is < 0 or > 604_800) || given.Mix.Sum(m => m.Share) <= 0)
            yield return new("$.demand.mix", "it gives shares of 0 or more, one of them above 0, and times on scene of 0 to a week");
        foreach (var share in given.Mix.Where(share => !city.Rules.IncidentTypes.Any(t => t.Id == share.Type)))
            yield return new("$.demand.mix", $"there is no type '{share.Type}'");
    }

    private static IEnumerable<ScenarioProblem> Problems(string path, IReadOnlyDictionary<string, double> cells, IReadOnlyList<double> hours, CityModel city)
    {
        if (cells.Count == 0 || cells.Values.Any(s => s is not (>= 0 and <= 1e9)) || cells.Values.Sum() <= 0)
            yield return new(path + ".cells", "it gives shares of 0 or more, one of them above 0");
        foreach (var id in cells.Keys.Where(id => !city.TryCell(id, out _)).Take(5))
            yield return new(path + ".cells", $"there is no cell '{id}'");
        if (hours.Count != 168 || hours.Any(h => h is not (>= 0 and <= 1e6)) || hours.Sum() <= 0)
            yield return new(path + ".hours", "it gives 168 factors of 0 or more, one of them above 0");
    }
}

/// <summary>Where and when the calls of one type come.</summary>
/// <param name="Type">The type.</param>
/// <param name="CellShare">Share by cell; they add to 1.</param>
/// <param name="HourFactor">168 factors by hour of the week, Monday 00 first, with a mean of 1.</param>
public sealed record ShapedCalls(string Type, IReadOnlyList<float> CellShare, IReadOnlyList<float> HourFactor);
