using CityGuard.Cities;
using CityGuard.Cities.Roads;
using CityGuard.Web.Map;

namespace CityGuard.Silo.Hosting;

/// <summary>Shows the page the city that the silos loaded.</summary>
internal sealed class CityMapSource(CityModel city) : ICityMapSource
{
    private readonly Lazy<CityMap> _city = new(() => Map(city));

    public CityMap City => _city.Value;

    private static CityMap Map(CityModel city) => new()
    {
        Hash = city.Manifest.Hash,
        Name = city.Manifest.Name,
        TimeZone = city.Manifest.TimeZone,
        Synthetic = city.Manifest.Synthetic,
        SouthWest = city.Manifest.Bounds.SouthWest,
        NorthEast = city.Manifest.Bounds.NorthEast,
        Areas = city.Areas,
        Cells = new CellShapes(city.Cells.Ids, city.Cells.Outlines, [.. city.Cells.Sector.Select(s => city.Cells.Sectors[s].Area)]),
        Roads = new RoadLines(city.Roads.Nodes, city.Roads.FirstArc, city.Roads.Head, Bytes(city.Roads.Class.Span)),
        Streets = city.Streets,
        Scenery = [.. city.Features.Select(f => new Scenery(Kind(f.Kind), f.Name, f.Line))],
        Kinds = city.Rules.Kinds,
        Responders = city.Responders,
        Targets = city.Targets,
        GridEvents = city.Rules.GridEvents,
        IncidentTypes = [.. city.Rules.IncidentTypes.Select(t => new IncidentTypeName(t.Id, t.Name))],
        Course = city.Rules.Course,
        Duty = [.. city.Rules.Duty],
        Standards = [.. city.Rules.Standards],
    };

    private static SceneryKind Kind(MapFeatureKind kind) => kind switch
    {
        MapFeatureKind.Water => SceneryKind.Water,
        MapFeatureKind.Hill => SceneryKind.Hill,
        MapFeatureKind.District => SceneryKind.District,
        MapFeatureKind.Crossing => SceneryKind.Crossing,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static byte[] Bytes(ReadOnlySpan<RoadClass> classes)
    {
        var bytes = new byte[classes.Length];
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)classes[i];
        return bytes;
    }
}
