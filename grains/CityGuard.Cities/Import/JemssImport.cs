using System.Collections.Immutable;
using CityGuard.Cities.Roads;
using CityGuard.Domain;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Responders;

namespace CityGuard.Cities.Import;

/// <summary>Makes a city of a JEMSS model: its real roads, stations, vehicles and demand, with cells of our own and its own standards.</summary>
public static class JemssImport
{
    private const double DefaultMetres = 500;
    private const int MostCellsByDefault = 4000, LeastOutermostSeconds = 900;

    /// <summary>Reads the folder and makes the city. Nothing is written.</summary>
    /// <exception cref="CityInputException">A file is missing or damaged, or an option is out of range.</exception>
    public static CityDraft Run(string inputFolder, JemssOptions options, IProgress<CityProgress>? progress = null)
    {
        if (!Directory.Exists(inputFolder))
            throw new CityInputException(inputFolder, "there is no such folder");
        if (options.CellMetres is < JemssOptions.LeastCellMetres or > JemssOptions.MostCellMetres or double.NaN)
            throw new CityInputException("options", $"cells must be {JemssOptions.LeastCellMetres} to {JemssOptions.MostCellMetres} m wide");
        var key = Key(options.CityId ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(inputFolder))));
        var known = KnownCity.Find(key);

        progress?.Report(new CityProgress("read", 0));
        var service = JemssService.Read(inputFolder);
        var demand = JemssDemand.Points(inputFolder);
        var roads = JemssRoads.Read(inputFolder, service.Mode);
        progress?.Report(new CityProgress("read", 1));

        var outermost = options.OutermostSeconds ?? (int)Math.Max(LeastOutermostSeconds, service.Priorities.Max(p => p.TargetSeconds));
        if (outermost < service.Priorities.Max(p => p.CoverSeconds) || outermost > (Travel.Beyond - 1) / 10)
            throw new CityInputException("options", $"the outermost limit must lie between the longest clock and {(Travel.Beyond - 1) / 10} s");
        var calls = service.Priorities.Sum(p => p.CallsPerDay);
        var residents = options.Residents ?? known?.Residents ?? (int)(100 * calls);
        var (cells, share, stations) = Lay(options, new JemssCells(roads, service, demand), roads, residents, (int)service.Priorities[0].CoverSeconds);
        progress?.Report(new CityProgress("cells", 1));

        var travel = TravelTableBuilder.Build(
            roads.Graph, cells, outermost, new StageProgress("travel", progress), innerMetresPerSecond: service.OffRoadMetresPerSecond);
        var name = options.Name ?? known?.Name ?? new BilingualName(key, key);
        var parts = new CityParts(
            Areas(key, name, service, stations), cells, Vehicles(service, cells), [], JemssRules.Make(service, outermost), roads.Graph, travel, Demand(service, share, calls));
        var zone = options.TimeZone ?? known?.TimeZone ?? throw new CityInputException("options", $"the time zone of '{key}' is not known; give it");
        return new CityDraft(JemssManifest.Write(key, name, zone, known, service, parts), parts);
    }

    private static (CellTable Cells, float[] Share, int[] Stations) Lay(JemssOptions options, JemssCells cells, JemssRoads roads, double residents, int ring)
    {
        var nodes = roads.Graph.Nodes.ToArray();
        var middle = new GeoPoint((nodes.Min(n => n.Lon) + nodes.Max(n => n.Lon)) / 2, (nodes.Min(n => n.Lat) + nodes.Max(n => n.Lat)) / 2);
        var metres = options.CellMetres ?? DefaultMetres;
        var laid = cells.Lay(Tiling.Of(options.Shape, middle, metres), residents, ring);
        if (options.CellMetres is not null || laid.Cells.Count <= MostCellsByDefault)
            return laid;
        // Rounded up to a full 50 m, so that the default is a number one can say.
        metres = Math.Ceiling(metres * Math.Sqrt((double)laid.Cells.Count / MostCellsByDefault) / 50) * 50;
        return cells.Lay(Tiling.Of(options.Shape, middle, metres), residents, ring);
    }

    private static string Key(string text)
    {
        var key = text.ToLowerInvariant();
        return IdentifierText.IsWellFormed("d-" + key, "d-") && key.Length <= 40 ? key : throw new CityInputException("options", $"'{text}' cannot be the key of a city: letters, digits, '-', '_' and '.' can");
    }

    private static ImmutableArray<Area> Areas(string key, BilingualName name, JemssService service, int[] stations)
    {
        AreaId city = AreaId.Parse("city-" + key), district = AreaId.Parse("d-" + key);
        return
        [
            new Area(city, AreaKind.City, null, name),
            new Area(district, AreaKind.District, city, name),
            .. stations.Select(s => new Area(AreaId.Parse($"s-{key}-{s + 1:00}"), AreaKind.Sector, district, new BilingualName(service.Stations[s].Name, service.Stations[s].Name))),
        ];
    }

    private static ImmutableArray<ResponderProfile> Vehicles(JemssService service, CellTable cells)
    {
        var locator = new CellLocator(cells);
        var vehicles = ImmutableArray.CreateBuilder<ResponderProfile>(service.Vehicles.Count);
        foreach (var station in service.Vehicles)
        {
            var place = service.Stations[station].Place;
            if (!locator.TryLocate(place, out var cell))
                throw new CityInputException("stations_1.csv", $"{service.Stations[station].Name} lies outside the city");
            var number = vehicles.Count + 1;
            vehicles.Add(new ResponderProfile(ResponderId.Parse($"v-{number:0000}"), JemssRules.Kind, "", $"AMB {number:00}", ["medical"], place, cells.Ids[cell], null, 0));
        }

        return vehicles.MoveToImmutable();
    }

    private static DemandModel Demand(JemssService service, float[] share, double calls) => new()
    {
        CallsPerDay = calls,
        CellShare = [.. share],
        HourFactor = [.. Enumerable.Repeat(1f, 168)], // the files' rates are constant over the day
        Mix = [.. service.Priorities.Where(p => p.CallsPerDay > 0).Select(p => new DemandMix("medical", p.Severity, p.CallsPerDay / calls, (int)Math.Round(service.OnSceneSeconds)))],
    };
}
