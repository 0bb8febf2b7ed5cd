using System.Globalization;
using System.Text.Json;
using CityGuard.Domain.Geography;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;
using NetTopologySuite.Operation.Valid;

namespace CityGuard.Cities.Import.Files;

/// <summary>Features of a GeoJSON file.</summary>
internal static class GeoFile
{
    private static readonly JsonSerializerOptions _json = new() { Converters = { new GeoJsonConverterFactory() } };

    public static IReadOnlyList<GeoFeature> Read(string path)
    {
        var file = Path.GetFileName(path);
        try
        {
            var bytes = InputFile.ReadAll(path);
            var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
            var features = JsonSerializer.Deserialize<FeatureCollection>(bytes.AsSpan(start), _json) ?? throw new CityInputException(file, "it is no GeoJSON");
            return features.Count == 0
                ? throw new CityInputException(file, "it has no features")
                : [.. features.Select((f, i) => new GeoFeature(file, i + 1, f.Geometry, Properties(f.Attributes)))];
        }
        catch (JsonException error)
        {
            throw new CityInputException(file, (int)(error.LineNumber ?? -1) + 1, null, "it is no GeoJSON feature collection: " + error.Message);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or NotSupportedException or FormatException)
        {
            throw new CityInputException(file, "it is no GeoJSON feature collection: " + error.Message);
        }
    }

    private static Dictionary<string, string> Properties(IAttributesTable? table)
        => table?.GetNames().ToDictionary(n => n, n => Convert.ToString(table[n], CultureInfo.InvariantCulture) ?? "") ?? [];
}

/// <summary>One feature.</summary>
internal sealed record GeoFeature(string File, int Number, Geometry? Geometry, IReadOnlyDictionary<string, string> Properties)
{
    public string Text(string property) => Properties.TryGetValue(property, out var text) ? text.Trim() : "";

    public GeoPoint? Point(InputProblems problems)
    {
        if (Geometry is NetTopologySuite.Geometries.Point { IsEmpty: false } point)
            return new GeoPoint(point.X, point.Y);
        problems.Add(File, Number, "geometry", "it is no point");
        return null;
    }

    /// <summary>Its polygons in WGS 84; none when it is something else or crosses itself, which is then reported.</summary>
    public IReadOnlyList<Polygon> Polygons(string crs, InputProblems problems)
    {
        Polygon[] found = Geometry switch
        {
            Polygon one => [one],
            MultiPolygon many => [.. many.Geometries.Cast<Polygon>()],
            _ => [],
        };
        if (found.Length == 0 || found.Any(p => p.IsEmpty))
        {
            problems.Add(File, Number, "geometry", "it is no polygon");
            return [];
        }

        if (new IsValidOp(Geometry).ValidationError is { } error)
        {
            problems.Add(File, Number, "geometry", FormattableString.Invariant($"the polygon is not whole: {error.Message} at {error.Coordinate?.X:F5}, {error.Coordinate?.Y:F5}"));
            return [];
        }

        return [.. found.Select(p => Moved(p, crs))];
    }

    private static Polygon Moved(Polygon polygon, string crs)
    {
        if (crs.Equals("WGS84", StringComparison.OrdinalIgnoreCase))
            return polygon;
        var moved = (Polygon)polygon.Copy();
        moved.Apply(new ToWgs84(crs));
        return moved;
    }

    private sealed class ToWgs84(string crs) : ICoordinateFilter
    {
        public void Filter(Coordinate coord)
        {
            if (ChinaDatum.TryToWgs84(crs, new GeoPoint(coord.X, coord.Y), out var wgs84))
                (coord.X, coord.Y) = (wgs84.Lon, wgs84.Lat);
        }
    }
}
