using CityGuard.Cities.Roads;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Import;

/// <summary>The tiles that a network runs through.</summary>
internal static class RoadTiles
{
    private const double SampleMetres = 10; // so short a stretch cuts no corner worth a cell

    public static HashSet<Tile> Along(RoadGraph roads, Tiling tiling)
    {
        var tiles = new HashSet<Tile>();
        ReadOnlySpan<GeoPoint> nodes = roads.Nodes.Span;
        for (var node = 0; node < nodes.Length; node++)
        {
            for (var arc = roads.FirstArc.Span[node]; arc < roads.FirstArc.Span[node + 1]; arc++)
            {
                GeoPoint from = nodes[node], to = nodes[roads.Head.Span[arc]];
                var steps = Math.Max(1, (int)Math.Ceiling(from.MetresTo(to) / SampleMetres));
                for (var step = 0; step <= steps; step++)
                    tiles.Add(tiling.At(new GeoPoint(from.Lon + ((to.Lon - from.Lon) * step / steps), from.Lat + ((to.Lat - from.Lat) * step / steps))));
            }
        }

        return tiles;
    }
}
