using CityGuard.Cities;

namespace CityGuard.Simulation.Scenarios;

/// <summary>Turns the calls of a scenario into a demand model and back.</summary>
public static class GivenDemands
{
    /// <summary>As a scenario carries it.</summary>
    public static GivenDemand Of(DemandModel demand, CityModel city) => new(
        demand.CallsPerDay,
        Enumerable.Range(0, city.Cells.Count).Where(cell => demand.CellShare[cell] > 0).ToDictionary(cell => city.Cells.Id(cell).Value, cell => Math.Round(demand.CellShare[cell], 9)),
        [.. demand.HourFactor.Select(h => Math.Round(h, 6))],
        [.. demand.Mix.Select(m => new CrowdShare(m.Type, m.Severity, Math.Round(m.Share, 9), m.OnSceneSeconds))]);

    internal static DemandModel Model(GivenDemand given, CityModel city)
    {
        var cells = new float[city.Cells.Count];
        foreach (var (id, share) in given.Cells)
            if (city.TryCell(id, out var cell))
                cells[cell] = (float)(share / given.Cells.Values.Sum());
        return new DemandModel
        {
            CallsPerDay = given.CallsPerDay,
            CellShare = [.. cells],
            HourFactor = [.. given.Hours.Select(h => (float)(h / given.Hours.Average()))],
            Mix = [.. given.Mix.Select(m => new DemandMix(m.Type, m.Severity, m.Share / given.Mix.Sum(s => s.Share), m.OnSceneSeconds))],
        };
    }

    internal static IEnumerable<ScenarioProblem> Problems(GivenDemand given, CityModel city)
    {
        if (given.CallsPerDay is not (>= 0 and <= 1_000_000))
            yield return new("$.demand.callsPerDay", $"{given.CallsPerDay} calls a day do not lie between 0 and 1,000,000");
        if (given.Cells.Count == 0 || given.Cells.Values.Any(s => s is not (>= 0 and <= 1e9)) || given.Cells.Values.Sum() <= 0)
            yield return new("$.demand.cells", "it gives shares of 0 or more, one of them above 0");
        foreach (var id in given.Cells.Keys.Where(id => !city.TryCell(id, out _)).Take(5))
            yield return new("$.demand.cells", $"there is no cell '{id}'");
        if (given.Hours.Count != 168 || given.Hours.Any(h => h is not (>= 0 and <= 1e6)) || given.Hours.Sum() <= 0)
            yield return new("$.demand.hours", "it gives 168 factors of 0 or more, one of them above 0");
        if (given.Mix.Count == 0 || given.Mix.Any(m => m.Share is not (>= 0 and <= 1e9) || m.OnSceneSeconds is < 0 or > 604_800) || given.Mix.Sum(m => m.Share) <= 0)
            yield return new("$.demand.mix", "it gives shares of 0 or more, one of them above 0, and times on scene of 0 to a week");
        foreach (var share in given.Mix.Where(share => !city.Rules.IncidentTypes.Any(t => t.Id == share.Type)))
            yield return new("$.demand.mix", $"there is no type '{share.Type}'");
    }
}
