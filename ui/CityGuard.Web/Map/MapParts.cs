using System.Collections.Frozen;

namespace CityGuard.Web.Map;

/// <summary>The city's unchanging shapes and names, each packed once, at the first asking.</summary>
internal sealed class MapParts(ICityMapSource source)
{
    private readonly FrozenDictionary<string, Lazy<MapPart>> _parts = new Dictionary<string, Lazy<MapPart>>
    {
        ["facts"] = new(() => new MapPart("application/json", MapFacts.Write(source.City))),
        ["cells"] = Shapes(source, Cells),
        ["borders"] = Shapes(source, AreaBorders.Write),
        ["scenery"] = Shapes(source, Scenery),
        ["roads"] = Shapes(source, MainRoads),
        ["streets"] = Shapes(source, (city, to) => RoadTrails.Write(city.Roads, RoadLines.Local, to)),
    }.ToFrozenDictionary();

    /// <summary>Hash of the package, the version of every part.</summary>
    public string Version => source.City.Hash;

    public MapPart? Find(string name) => _parts.GetValueOrDefault(name)?.Value;

    private static Lazy<MapPart> Shapes(ICityMapSource source, Action<CityMap, ShapeWriter> write) => new(() =>
    {
        var writer = new ShapeWriter();
        write(source.City, writer);
        return new MapPart("application/octet-stream", writer.ToArray());
    });

    private static void Cells(CityMap city, ShapeWriter to)
    {
        for (var cell = 0; cell < city.Cells.Outlines.Length; cell++)
            to.Add(city.Cells.Sector[cell], city.Cells.Outlines[cell].AsSpan());
    }

    private static void Scenery(CityMap city, ShapeWriter to)
    {
        foreach (var piece in city.Scenery)
            to.Add((int)piece.Kind, piece.Line.AsSpan());
    }

    private static void MainRoads(CityMap city, ShapeWriter to)
    {
        for (byte roadClass = 0; roadClass < RoadLines.Classes; roadClass++)
            if (roadClass != RoadLines.Local)
                RoadTrails.Write(city.Roads, roadClass, to);
    }
}

/// <summary>One packed part.</summary>
internal sealed record MapPart(string ContentType, byte[] Body);
