using System.Collections.Immutable;
using System.Globalization;
using CityGuard.Cities.Generate;
using CityGuard.Cities.Roads;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Targets;

namespace CityGuard.Cities.Import.Files;

/// <summary>Where and when calls come from, and where people live: from points, areas or past incidents, or assumed from the streets.</summary>
internal sealed class DemandReader(CityFile file, TableReader tables, string folder, CityRules rules, InputProblems problems)
{
    // Ours, for want of data: a street of the quiet kind has people on both sides; a city calls as often as the default city does.
    private const double ResidentsPerLocalKm = 100, CallsPerResidentDay = 25_000 / 18_676_605.0;
    private const int LeastIncidentsForHours = 2000, HoursAWeek = 168;
    private const double MostCallsPerDay = 1e6;

    private double? _callsPerDay = file.Demand?.CallsPerDay;
    private ImmutableArray<float> _hours;
    private ImmutableArray<DemandMix> _mix;

    /// <summary>Residents of each cell, and the demand.</summary>
    public (double[] Residents, DemandModel Demand) Read(CellSheet sheet, CellTable cells, RoadGraph roads)
    {
        var weights = new double[cells.Count];
        var given = file.Demand is { } demand && problems.Try(() => Weights(demand, cells)) is { } read ? read : null;
        var streets = Streets(cells, roads);
        var known = sheet.Cells.Select(c => c.Residents).ToArray();
        var base_ = given ?? (known.All(k => k is not null) ? [.. known.Select(k => k!.Value)] : streets);
        if (base_.Sum() <= 0)
            base_ = [.. Enumerable.Repeat(1.0, cells.Count)];
        if (given is null)
            problems.Assume(ReferenceEquals(base_, streets) ? "demand: in proportion to the length of the quieter streets of each cell" : "demand: in proportion to residents");
        base_.CopyTo(weights, 0);
        var residents = Residents(known, streets, weights);
        return (residents, Model(weights, residents.Sum()));
    }

    private double[] Residents(double?[] known, double[] streets, double[] weights)
    {
        if (known.All(k => k is not null))
            return [.. known.Select(k => k!.Value)];
        if (file.Residents is not { } total)
        {
            total = Math.Round(streets.Sum() * ResidentsPerLocalKm);
            problems.Assume(FormattableString.Invariant($"residents: {total:N0}, {ResidentsPerLocalKm} for each km of the quieter streets"));
        }

        problems.Assume("residents of each cell: where the calls come from");
        var sum = weights.Sum();
        return [.. weights.Select(w => total * w / sum)];
    }

    private DemandModel Model(double[] weights, double residents)
    {
        if (_callsPerDay is null)
        {
            _callsPerDay = Math.Max(1, residents * CallsPerResidentDay);
            problems.Assume(FormattableString.Invariant($"calls: {_callsPerDay:0.#} a day, as often for each resident as the default city"));
        }

        if (_hours.IsDefault)
        {
            _hours = CallPattern.Hours();
            problems.Assume("hours of the calls: those of 229,484 emergency calls of Rio de Janeiro");
        }

        if (_mix.IsDefault)
        {
            var types = rules.IncidentTypes.Select(t => t.Id).ToHashSet();
            var usual = CallPattern.Mix().Where(m => types.Contains(m.Type)).ToArray();
            var share = usual.Sum(m => m.Share);
            _mix = usual.Length > 0 ? [.. usual.Select(m => m with { Share = m.Share / share })] : [new DemandMix(rules.IncidentTypes[0].Id, IncidentSeverity.Low, 1, 1200)];
            problems.Assume("types, severities and times on scene of the calls: those of the default city");
        }

        var sum = weights.Sum();
        return new DemandModel { CallsPerDay = _callsPerDay.Value, CellShare = [.. weights.Select(w => (float)(w / sum))], HourFactor = _hours, Mix = _mix };
    }

    private double[] Weights(DemandFile demand, CellTable cells) => demand.Kind switch
    {
        "points" => Points(demand.Table, cells),
        "areas" => Areas(demand.Table, cells),
        "incidents" => Incidents(demand.Table, cells),
        _ => throw new CityInputException("city.json", 0, "demand.kind", $"'{demand.Kind}' is none of: points, areas, incidents"),
    };

    private double[] Points(TableFile table, CellTable cells)
    {
        var weights = new double[cells.Count];
        var locator = new CellLocator(cells);
        var outside = 0.0;
        foreach (var row in tables.Rows(table, "lon", "lat", "weight"))
        {
            if (row.Place() is not { } place || row.Number("weight", 0, 1e9) is not { } weight)
                continue;
            if (locator.TryLocate(place, out var cell))
                weights[cell] += weight;
            else
                outside += weight;
        }

        Outside(table, outside, weights.Sum() + outside, "the weight");
        return weights;
    }

    private double[] Areas(TableFile table, CellTable cells)
    {
        var weights = new double[cells.Count];
        foreach (var feature in GeoFile.Read(Path.Combine(folder, table.File)))
        {
            var row = new InputRow(feature.File, feature.Number, feature.Properties, null, table.Crs ?? file.Crs, problems);
            if (row.Needed("weight") is null || row.Number("weight", 0, 1e9) is not { } weight)
                continue;
            var shapes = feature.Polygons(table.Crs ?? file.Crs, problems);
            var inside = Enumerable.Range(0, cells.Count).Where(c => shapes.Any(s => s.Covers(CityAreas.Point(cells.Centres[c])))).ToArray();
            if (inside.Length == 0 && shapes.Count > 0)
                problems.Ignore($"{feature.File}, feature {feature.Number}: no cell's centre lies in it");
            var area = inside.Sum(c => Outline.SquareMetres(cells.Outlines[c].AsSpan()));
            foreach (var cell in inside)
                weights[cell] += weight * Outline.SquareMetres(cells.Outlines[cell].AsSpan()) / area;
        }

        return weights;
    }

    private double[] Incidents(TableFile table, CellTable cells)
    {
        var weights = new double[cells.Count];
        var locator = new CellLocator(cells);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(file.TimeZone);
        var types = rules.IncidentTypes.Select(t => t.Id).ToArray();
        var (outside, hours, kinds, times) = (0, new float[HoursAWeek], new Dictionary<(string, IncidentSeverity), (int Count, double Seconds)>(), new List<DateTimeOffset>());
        foreach (var row in tables.Rows(table, "lon", "lat", "at"))
        {
            if (row.Place() is not { } place || Time(row, zone) is not { } at
                || row.OneOf("type", [types.Contains("other") ? "other" : types[0], .. types]) is not { } type || row.OneOf("severity", "low", "medium", "high", "critical") is not { } severity)
                continue;
            if (!locator.TryLocate(place, out var cell))
            {
                outside++;
                continue;
            }

            weights[cell]++;
            times.Add(at);
            hours[WeekClock.MinuteOfWeek(at, zone) / 60]++;
            var key = (type, Enum.Parse<IncidentSeverity>(severity, ignoreCase: true));
            var (count, seconds) = kinds.GetValueOrDefault(key);
            kinds[key] = (count + 1, seconds + (row.Whole("onSceneSeconds", 0, 86_400) ?? 1200));
        }

        Outside(table, outside, times.Count + outside, "the incidents");
        if (times.Count == 0)
            return weights;
        _callsPerDay ??= Math.Min(MostCallsPerDay, times.Count / Math.Max(1, (times.Max() - times.Min()).TotalDays));
        _mix = [.. kinds.OrderBy(k => k.Key).Select(k => new DemandMix(k.Key.Item1, k.Key.Item2, k.Value.Count / (double)times.Count, (int)Math.Round(k.Value.Seconds / k.Value.Count)))];
        if (times.Count >= LeastIncidentsForHours)
            _hours = [.. hours.Select(h => h * HoursAWeek / times.Count)];
        return weights;
    }

    private static DateTimeOffset? Time(InputRow row, TimeZoneInfo zone)
    {
        if (row.Needed("at") is not { } text)
            return null;
        if (DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
            return time.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(time, zone.GetUtcOffset(time)) : new DateTimeOffset(time);
        row.Fault("at", $"'{text}' is no time; 2026-03-01T14:05:00 is");
        return null;
    }

    private void Outside(TableFile table, double outside, double all, string of)
    {
        if (outside > 0)
            problems.Ignore(FormattableString.Invariant($"{Path.GetFileName(table.File)}: {outside / all:P1} of {of} lie outside the city"));
        if (all <= outside)
            problems.Add(Path.GetFileName(table.File), 0, "", $"none of {of} lies in the city; is the reference system right?");
    }

    /// <summary>Kilometres of quieter streets by cell.</summary>
    private static double[] Streets(CellTable cells, RoadGraph roads)
    {
        var locator = new CellLocator(cells);
        var km = new double[cells.Count];
        var nodes = roads.Nodes.Span;
        for (var node = 0; node < nodes.Length; node++)
        {
            if (!locator.TryLocate(nodes[node], out var cell))
                continue;
            for (var arc = roads.FirstArc.Span[node]; arc < roads.FirstArc.Span[node + 1]; arc++)
                if (roads.Class.Span[arc] is RoadClass.Local or RoadClass.Collector)
                    km[cell] += nodes[node].MetresTo(nodes[roads.Head.Span[arc]]) / 2000; // both ways are one street
        }

        return km;
    }
}
