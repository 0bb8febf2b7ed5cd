using CityGuard.Cities.Import.Files;
using CityGuard.Domain.Geography;
using NetTopologySuite.Geometries;

namespace CityGuard.Cities.Import.Network;

/// <summary>
/// Roads as lines of GeoJSON, with OpenStreetMap's tags as properties (<c>highway</c>, <c>name</c>, <c>maxspeed</c>, <c>oneway</c>, <c>access</c> ...).
/// Lines are joined where they share a point, to a centimetre; lines that cross without one do not meet, as at a bridge.
/// </summary>
internal static class GeoRoads
{
    private const double Grain = 1e7; // of a degree: a centimetre

    public static RoadSource Read(string path, string crs)
    {
        var roads = new RoadSource(Path.GetFileName(path));
        var ids = new Dictionary<(long, long), long>();
        foreach (var feature in GeoFile.Read(path))
        {
            LineString[] lines = feature.Geometry switch
            {
                LineString one => [one],
                MultiLineString many => [.. many.Geometries.Cast<LineString>()],
                _ => throw new CityInputException(roads.File, feature.Number, "geometry", "it is no line"),
            };
            if (feature.Text("highway").Length == 0)
                throw new CityInputException(roads.File, feature.Number, "highway", "it is missing; it names the kind of road, e.g. residential");
            foreach (var line in lines)
                roads.Ways.Add(new RoadWay(roads.Ways.Count + 1, [.. line.Coordinates.Select(Node)], feature.Properties));
        }

        return roads;

        long Node(Coordinate at)
        {
            if (!ChinaDatum.TryToWgs84(crs, new GeoPoint(at.X, at.Y), out var place) || !place.IsValid)
                throw new CityInputException(roads.File, $"a point lies outside the earth, or '{crs}' is not known");
            var key = ((long)Math.Round(place.Lon * Grain), (long)Math.Round(place.Lat * Grain));
            if (!ids.TryGetValue(key, out var id))
                roads.Places[ids[key] = id = ids.Count + 1] = place;
            return id;
        }
    }
}
