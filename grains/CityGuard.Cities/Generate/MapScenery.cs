using System.Collections.Immutable;
using CityGuard.Cities.Generate.Facts;
using CityGuard.Cities.Generate.Roads;
using CityGuard.Domain.Areas;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Buffer;
using NetTopologySuite.Simplify;

namespace CityGuard.Cities.Generate;

/// <summary>What the map draws under the roads.</summary>
internal static class MapScenery
{
    public static ImmutableArray<MapFeature> Draw(
        CityFacts facts, Spot[][] outlines, IEnumerable<(RiverFact River, List<Spot> Line)> rivers, IEnumerable<(HillFact Hill, Spot[] Ring)> hills, IEnumerable<Crossing> crossings)
        =>
        [
            .. facts.Districts.Select((d, i) => Feature(MapFeatureKind.District, d.Name, outlines[i])),
            .. hills.Select(h => Feature(MapFeatureKind.Hill, h.Hill.Name, h.Ring)),
            .. rivers.Select(r => Feature(MapFeatureKind.Water, r.River.Name, Bed(r.Line, r.River.Width))),
            .. crossings.Select(c => Feature(MapFeatureKind.Crossing, c.Fact.Name, [c.From, c.Until])),
        ];

    private static MapFeature Feature(MapFeatureKind kind, BilingualName name, IEnumerable<Spot> line)
        => new(kind, name, [.. line.Select(Plane.Geo)]);

    private static Spot[] Bed(List<Spot> line, double width)
    {
        var bed = BufferOp.Buffer(new LineString(line.Select(p => new Coordinate(p.X, p.Y)).ToArray()), width / 2, new BufferParameters(4));
        return ((Polygon)TopologyPreservingSimplifier.Simplify(bed, 12)).ExteriorRing.Coordinates.Select(c => new Spot(c.X, c.Y)).ToArray();
    }
}
