using System.Collections.Immutable;
using System.Text.Json;
using CityGuard.Cities.Package;
using CityGuard.Cities.Roads;
using CityGuard.Cities.Rules;
using CityGuard.Domain;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Targets;

namespace CityGuard.Cities.Import.Files;

/// <summary>Makes a city of what its users have: roads, and plain files for everything else, named by a <see cref="CityFile"/>.</summary>
public static class FileImport
{
    /// <summary>Reads a <c>city.json</c>.</summary>
    /// <exception cref="CityInputException">It is missing or not understood.</exception>
    public static CityFile ReadCityFile(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            return JsonSerializer.Deserialize<CityFile>(InputFile.ReadAll(path), CityFileJson.Options) ?? throw new CityInputException(name, "it is null");
        }
        catch (JsonException error)
        {
            throw new CityInputException(name, (int)(error.LineNumber ?? -1) + 1, error.Path is { Length: > 2 } field ? field[2..] : null, error.Message.Split(" Path:")[0]);
        }
    }

    /// <summary>Makes the city. Nothing is written; everything that is wrong is reported together.</summary>
    /// <param name="file">What there is.</param>
    /// <param name="folder">Folder to which the paths are relative.</param>
    /// <exception cref="CityFilesException">Something is wrong with the files.</exception>
    public static CityDraft Run(CityFile file, string folder, IProgress<CityProgress>? progress = null)
    {
        var problems = new InputProblems();
        try
        {
            return Make(file, folder, problems, progress);
        }
        catch (CityInputException error)
        {
            problems.Add(error.File, error.Line, error.Field ?? "", error.Problem);
            problems.ThrowIfAny();
            throw;
        }
    }

    private static CityDraft Make(CityFile file, string folder, InputProblems problems, IProgress<CityProgress>? progress)
    {
        Check(file, problems);
        progress?.Report(new CityProgress("read", 0));
        var tables = new TableReader(folder, file.Crs, problems);
        var name = file.Name ?? new BilingualName(file.Id, file.Id);
        var rules = Rules(file, folder);
        var roads = problems.Try(() => RoadsReader.Read(file, folder, problems));
        var stations = Station.Read(file, tables, problems);
        var areas = CityAreas.Make(file, folder, name, stations, problems);
        if (roads is null || stations.Count == 0 || areas.Sectors.Count == 0)
            problems.ThrowIfAny();
        Station.CheckRoads(stations, roads!.Drive, problems);
        progress?.Report(new CityProgress("cells", 0));
        var cells = new CellMaker(file, folder, roads.Drive, stations, problems).Make();
        problems.ThrowIfAny();
        if (cells.Count == 0)
            throw new CityInputException("city.json", 0, "cells", "there is not one cell");

        var sheet = CellSheet.Order(cells, areas, roads.Drive, Path.GetFileName(file.Cells.File ?? ""), problems);
        problems.ThrowIfAny();
        var bare = sheet.Table(new double[cells.Count]);
        var (residents, demand) = new DemandReader(file, tables, folder, rules, problems).Read(sheet, bare, roads.Drive);
        var table = sheet.Table(residents);
        Standards(table, rules, problems);
        var locator = new CellLocator(table);
        var targets = TargetReader.Read(file.Targets, tables, table, locator, rules);
        var responders = new ForceReader(file, tables, table, locator, rules, targets, problems).Read(stations);
        rules = rules with { Periods = Periods(file, sheet.Areas, problems) };
        problems.ThrowIfAny();

        var travel = TravelTableBuilder.Build(roads.Drive, table, rules.Standards.Max(s => s.OutermostSeconds), new StageProgress("travel", progress));
        var parts = new CityParts(sheet.Areas, table, responders, targets, rules, roads.Drive, travel, demand) { Streets = roads.Streets, Walk = roads.Walk };
        var report = ReportMaker.Write(parts, Files(file, roads, parts, stations.Count), sheet.FarShare, problems);
        return new CityDraft(Manifest(file, name, table), parts with { Report = report });
    }

    private static void Check(CityFile file, InputProblems problems)
    {
        if (!IdentifierText.IsWellFormed("d-" + file.Id, "d-") || file.Id.Length > 40)
            problems.Add("city.json", 0, "id", $"'{file.Id}' cannot be the key of a city: letters, digits, '-', '_' and '.' can");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(file.TimeZone, out _))
            problems.Add("city.json", 0, "timeZone", $"'{file.TimeZone}' is no time zone; Asia/Shanghai is one");
        if (!ChinaDatum.TryToWgs84(file.Crs, default, out _))
            problems.Add("city.json", 0, "crs", $"'{file.Crs}' is none of: WGS84, GCJ02, BD09");
        if (file.Residents is < 1 or > 1e9)
            problems.Add("city.json", 0, "residents", "they must be from 1 to 1,000,000,000");
        if (file.Demand?.CallsPerDay is < 0.01 or > 1e6)
            problems.Add("city.json", 0, "demand.callsPerDay", "it must be from 0.01 to 1,000,000");
        problems.ThrowIfAny();
    }

    private static CityRules Rules(CityFile file, string folder)
    {
        if (file.Rules is not { } path)
            return DefaultRules.Read();
        var name = Path.GetFileName(path);
        try
        {
            return JsonSerializer.Deserialize(InputFile.ReadAll(Path.Combine(folder, path)), CityJson.Default.CityRules) ?? throw new CityInputException(name, "it is null");
        }
        catch (JsonException error)
        {
            throw new CityInputException(name, (int)(error.LineNumber ?? -1) + 1, null, error.Message);
        }
    }

    private static void Standards(CellTable cells, CityRules rules, InputProblems problems)
    {
        foreach (var standard in cells.Standard.Distinct().Where(s => rules.Standards.All(known => known.Id != s)))
            problems.Add("city.json", 0, "cells", $"cells have the standard '{standard}', which the rules have not");
    }

    private static TravelPeriod[] Periods(CityFile file, ImmutableArray<Area> areas, InputProblems problems)
    {
        var periods = new List<TravelPeriod>();
        foreach (var entry in file.Hours)
        {
            var spans = WeekText.Read(entry.When);
            if (spans is null)
                problems.Add("city.json", 0, $"hours.{entry.Name}.when", $"'{entry.When}' is not understood; 'Mo-Fr 07:00-09:30' is");
            var roads = new Dictionary<RoadClass, double>();
            foreach (var (kind, factor) in entry.Roads)
            {
                if (!Enum.TryParse<RoadClass>(kind, ignoreCase: true, out var roadClass))
                    problems.Add("city.json", 0, $"hours.{entry.Name}.roads", $"'{kind}' is none of: {string.Join(", ", Enum.GetNames<RoadClass>()).ToLowerInvariant()}");
                else
                    roads[roadClass] = factor;
            }

            var districts = (entry.Districts ?? ImmutableDictionary<string, double>.Empty).ToDictionary(d => d.Key.StartsWith("d-", StringComparison.Ordinal) ? d.Key : "d-" + d.Key, d => d.Value);
            foreach (var district in districts.Keys.Where(d => areas.All(a => a.Id.Value != d)))
                problems.Add("city.json", 0, $"hours.{entry.Name}.districts", $"there is no district '{district}'");
            if (roads.Values.Concat(districts.Values).Any(f => f is not (>= TravelPeriod.Least and <= TravelPeriod.Most)))
                problems.Add("city.json", 0, $"hours.{entry.Name}", $"factors must be from {TravelPeriod.Least} to {TravelPeriod.Most}");
            if (spans is not null)
                periods.Add(new TravelPeriod(entry.Name, new BilingualName(entry.Name, entry.Name), spans.Value, roads, districts));
        }

        var open = new bool[OpeningHours.Week];
        foreach (var (period, span) in periods.SelectMany(p => p.Spans.Select(s => (p, s))))
            for (var minute = span.From; minute < span.Until; minute++)
            {
                if (open[minute])
                {
                    problems.Add("city.json", 0, $"hours.{period.Id}", "its hours overlap another's");
                    return [];
                }

                open[minute] = true;
            }

        if (file.Hours.IsEmpty)
            problems.Assume("hours: travel times are the same at all hours");
        return [.. periods];
    }

    private static ImmutableArray<ReadFile> Files(CityFile file, CityRoads roads, CityParts parts, int stations)
    {
        var files = ImmutableArray.CreateBuilder<ReadFile>();
        files.Add(roads.File);
        Add(file.Stations?.File ?? "city.json", "stations", stations);
        Add(file.Areas, "areas", parts.Areas.Length);
        Add(file.Cells.File, "cells", parts.Cells.Count);
        Add(file.Responders?.File, "responders", parts.Responders.Length);
        Add(file.Targets?.File, "targets", parts.Targets.Length);
        return files.ToImmutable();

        void Add(string? path, string part, int count)
        {
            if (path is not null)
                files.Add(new ReadFile(Path.GetFileName(path), part, count, count));
        }
    }

    private static CityManifest Manifest(CityFile file, BilingualName name, CellTable cells)
    {
        CitySource[] sources = file.Sources.IsEmpty
            ? [new CitySource("roads", Path.GetFileName(file.Roads.File), Osm.OsmFile.Is(file.Roads.File) ? "OpenStreetMap contributors, ODbL" : "as its maker says")]
            : [.. file.Sources];
        string[] made = [.. file.Responders is null ? ["posts"] : Array.Empty<string>(), .. file.Demand is null ? ["demand"] : Array.Empty<string>(), .. file.Cells.File is null ? ["cells"] : Array.Empty<string>()];
        return new CityManifest(
            CityPackage.Schema, file.Id, name, file.TimeZone, [.. made], [.. sources], ImmutableSortedDictionary<string, int>.Empty, CityBounds.Of(cells), "");
    }
}
