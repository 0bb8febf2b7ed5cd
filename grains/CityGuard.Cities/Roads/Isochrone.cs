using CityGuard.Domain.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Buffer;
using NetTopologySuite.Simplify;

namespace CityGuard.Cities.Roads;

/// <summary>What can be reached from a place within a time: every stretch of road that one gets to, and the land within 50 m of it.</summary>
public static class Isochrone
{
    /// <summary>Land beside a road that counts as reached, metres.</summary>
    public const double BesideMetres = 50;

    private const double SimplifyMetres = 5;

    /// <summary>Draws it; empty when no road is near. The last stretches are reached in part.</summary>
    public static Geometry Draw(RoadGraph roads, int fromNode, int limitMilliseconds)
    {
        var search = new RoadSearch(roads);
        search.Run(fromNode, limitMilliseconds);
        var shapes = new GeometryFactory();
        var origin = roads.Nodes.Span[fromNode];
        var east = Outline.MetresPerDegree * Math.Cos(double.DegreesToRadians(origin.Lat));
        var lines = new List<LineString>();
        for (var node = 0; node < roads.NodeCount; node++)
        {
            if (!search.TryTime(node, out var time))
                continue;
            var from = Flat(roads.Nodes.Span[node]);
            for (var arc = roads.FirstArc.Span[node]; arc < roads.FirstArc.Span[node + 1]; arc++)
            {
                var to = Flat(roads.Nodes.Span[roads.Head.Span[arc]]);
                var share = Math.Min(1, (limitMilliseconds - time) / (double)roads.Milliseconds.Span[arc]);
                if (share > 0 && !from.Equals2D(to))
                    lines.Add(shapes.CreateLineString([from, new Coordinate(from.X + ((to.X - from.X) * share), from.Y + ((to.Y - from.Y) * share))]));
            }
        }

        Geometry reached = lines.Count > 0 ? shapes.CreateMultiLineString([.. lines]) : shapes.CreatePoint(Flat(origin));
        var area = DouglasPeuckerSimplifier.Simplify(reached.Buffer(BesideMetres, new BufferParameters(2)), SimplifyMetres);
        area.Apply(new ToDegrees(origin, east));
        return area;

        Coordinate Flat(GeoPoint point) => new((point.Lon - origin.Lon) * east, (point.Lat - origin.Lat) * Outline.MetresPerDegree);
    }

    private sealed class ToDegrees(GeoPoint origin, double east) : ICoordinateFilter
    {
        public void Filter(Coordinate coord)
            => (coord.X, coord.Y) = (origin.Lon + (coord.X / east), origin.Lat + (coord.Y / Outline.MetresPerDegree));
    }
}
