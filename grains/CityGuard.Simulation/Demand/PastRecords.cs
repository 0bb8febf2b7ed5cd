using System.Globalization;
using CityGuard.Cities;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Simulation.Scenarios;
using CsvHelper;
using CsvHelper.Configuration;

namespace CityGuard.Simulation.Demand;

/// <summary>
/// Reads past incidents: a CSV with the columns <c>time</c> (ISO 8601 with offset), <c>type</c>, <c>severity</c>, then <c>lat</c> and <c>lon</c> (WGS 84), <c>cell</c> or
/// <c>target</c>, and <c>onSceneSeconds</c> if known.
/// </summary>
public static class PastRecords
{
    private const int MostProblems = 50;
    private static readonly string[] Needed = ["time", "type", "severity"];

    /// <exception cref="ScenarioException">Rows are wrong: each is named by its line.</exception>
    public static IReadOnlyList<PastRecord> Read(TextReader text, CityModel city)
    {
        var records = new List<PastRecord>();
        var problems = new List<ScenarioProblem>();
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture) { PrepareHeaderForMatch = h => h.Header.Trim().ToLowerInvariant(), MissingFieldFound = null, BadDataFound = null });
        if (!csv.Read() || !csv.ReadHeader() || Needed.Except(csv.HeaderRecord!.Select(h => h.Trim().ToLowerInvariant())).Any())
            throw new ScenarioException([new ScenarioProblem("line 1", "the columns time, type and severity are needed, and lat and lon, cell or target")]);
        while (csv.Read() && problems.Count < MostProblems)
        {
            var line = $"line {csv.Parser.RawRow}";
            if (Record(csv, city, out var record) is { } reason)
                problems.Add(new ScenarioProblem(line, reason));
            else
                records.Add(record);
        }

        if (problems.Count > 0)
            throw new ScenarioException(problems);
        records.Sort((a, b) => a.At.CompareTo(b.At));
        return records.Count > 0 ? records : throw new ScenarioException([new ScenarioProblem("line 2", "there is no record")]);
    }

    private static string? Record(CsvReader csv, CityModel city, out PastRecord record)
    {
        record = default;
        if (csv.GetField("time") is not { } time || !HasOffset(time) || !DateTimeOffset.TryParse(time, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
            return $"'{csv.GetField("time")}' is no time with an offset, e.g. 2026-11-30T08:15:00+08:00";
        if (csv.GetField("type") is not { } type || !city.Rules.IncidentTypes.Any(t => t.Id == type))
            return $"there is no type '{csv.GetField("type")}': {string.Join(", ", city.Rules.IncidentTypes.Select(t => t.Id))}";
        if (!Enum.TryParse<IncidentSeverity>(csv.GetField("severity"), ignoreCase: true, out var severity) || !Enum.IsDefined(severity))
            return $"there is no severity '{csv.GetField("severity")}': low, medium, high, critical";
        var (target, cell) = (-1, -1);
        if (csv.GetField("target") is { Length: > 0 } targetId)
        {
            if (!city.TryTarget(targetId, out target) || !city.TryCell(city.Targets[target].Cell.Value, out cell))
                return $"there is no target '{targetId}'";
        }
        else if (csv.GetField("cell") is { Length: > 0 } cellId)
        {
            if (!city.TryCell(cellId, out cell))
                return $"there is no cell '{cellId}'";
        }
        else if (!Number("lat", out var lat) || !Number("lon", out var lon) || !new GeoPoint(lon, lat).IsValid || !city.Locator.TryLocate(new GeoPoint(lon, lat), out cell))
        {
            return $"'{csv.GetField("lat")}', '{csv.GetField("lon")}' is no place within the city";
        }

        double? onScene = null;
        if (csv.GetField("onSceneSeconds") is { Length: > 0 } given)
        {
            if (!double.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) || seconds is not (>= 0 and <= 604_800))
                return $"'{given}' is no time on scene in seconds, 0 to a week";
            onScene = seconds;
        }

        record = new PastRecord(at, type, severity, cell, target, onScene);
        return null;

        bool Number(string column, out double value)
            => double.TryParse(csv.GetField(column), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    // A time without an offset would be taken for this machine's.
    private static bool HasOffset(string time) => time.EndsWith('Z') || (time.Length > 6 && time[^6] is '+' or '-' && time[^3] == ':');
}
