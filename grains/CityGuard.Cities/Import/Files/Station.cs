using CityGuard.Cities.Roads;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Import.Files;

/// <summary>A station: the seat of a sector, from which its forces start.</summary>
/// <param name="Sector">Sector it is the seat of, as the file names it; empty: the one it stands in.</param>
internal sealed record Station(BilingualName Name, GeoPoint Place, string Sector, string File, int Line)
{
    private const double MostMetresFromRoad = 1000;

    /// <summary>Reads the stations: columns <c>lon</c>, <c>lat</c>, and if wanted <c>name</c>, <c>nameZh</c>, <c>sector</c>.</summary>
    public static IReadOnlyList<Station> Read(CityFile city, TableReader tables, InputProblems problems)
    {
        var stations = new List<Station>();
        var rows = city.StationList.Select(s => Written(s, city.Crs, problems)).Concat(city.Stations is { } table ? tables.Rows(table, "lon", "lat") : []);
        foreach (var row in rows)
        {
            var name = row.Text("name") is { Length: > 0 } given ? given : $"Station {stations.Count + 1}";
            if (row.Place() is { } place)
                stations.Add(new Station(new BilingualName(row.Text("nameZh") is { Length: > 0 } zh ? zh : name, name), place, row.Text("sector"), row.File, row.Line));
        }

        if (stations.Count == 0 && problems.All.Count == 0)
            problems.Add(Path.GetFileName(city.Stations?.File ?? "city.json"), 0, "stations", "there is no station; a city needs one at least");
        return stations;
    }

    /// <summary>Reports stations that no road leads to.</summary>
    public static void CheckRoads(IReadOnlyList<Station> stations, RoadGraph roads, InputProblems problems)
    {
        var locator = new NodeLocator(roads);
        foreach (var station in stations)
            if (locator.Nearest(station.Place, out var metres) >= 0 && metres > MostMetresFromRoad)
                problems.Add(station.File, station.Line, "lon, lat", FormattableString.Invariant($"station '{station.Name.En}' lies {metres / 1000:F1} km from the nearest road"));
    }

    private static InputRow Written(StationEntry station, string crs, InputProblems problems)
        => new("city.json", 0, new Dictionary<string, string> { ["name"] = station.Name ?? "" }, new GeoPoint(station.Lon, station.Lat), crs, problems);
}
