using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Import;

/// <summary>Reads where calls come from (the population raster as points) and how many there are.</summary>
internal static class JemssDemand
{
    /// <summary>Places with their weights, which add to 1.</summary>
    public static (GeoPoint Place, double Weight)[] Points(string folder)
    {
        var table = JemssFile.ReadPlain(folder, "demand_points.csv").Require("lon", "lat", "weight");
        var points = table.Rows.Select(r => (new GeoPoint(r.Number("lon", -180, 180), r.Number("lat", -90, 90)), r.Number("weight", 0, 1))).ToArray();
        var sum = points.Sum(p => p.Item2);
        return Math.Abs(sum - 1) < 0.001 ? points : throw new CityInputException(table.File, $"the weights add to {sum:G6} instead of 1");
    }

    /// <summary>Calls a day by priority.</summary>
    public static Dictionary<string, double> Rates(string folder)
    {
        var file = JemssFile.Read(folder, "demand_1.csv");
        var timing = file["demandSetsTiming"].Require("startTime", "setIndex").Rows;
        if (timing.Count != 1)
            throw new CityInputException(file.Name, "demand that changes over time is not supported: there must be one row of demandSetsTiming");
        var sets = file["demandSets"].Require("modeIndices").RequireCounting("setIndex").Rows;
        var set = sets[timing[0].Whole("setIndex", 1, sets.Count) - 1];
        var modes = file["demandModes"].Require("priority", "arrivalRate").RequireCounting("modeIndex").Rows;
        var rates = new Dictionary<string, double>();
        foreach (var text in set.Text("modeIndices").Trim('[', ']').Split(';', StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(text, out var mode) || mode < 1 || mode > modes.Count)
                throw set.Fault("modeIndices", $"'{text}' is no mode");
            var priority = modes[mode - 1].Text("priority");
            rates[priority] = rates.GetValueOrDefault(priority) + modes[mode - 1].Number("arrivalRate", 0, 1e6);
        }

        return rates.Values.Sum() > 0 ? rates : throw new CityInputException(file.Name, "there are no calls");
    }
}
