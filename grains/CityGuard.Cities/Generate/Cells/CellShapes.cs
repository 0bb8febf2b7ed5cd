using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Triangulate;

namespace CityGuard.Cities.Generate.Cells;

/// <summary>Voronoi division of each district among its cells' sites, clipped to the district: no gap, no overlap.</summary>
internal static class CellShapes
{
    /// <summary>Sides computed twice differ in the last bits; on a grid of a centimetre they meet.</summary>
    private static readonly PrecisionModel Centimetres = new(100);

    public static Polygon[] Draw(Spot[][] outlines, IReadOnlyList<Spot> sites, IReadOnlyList<int> districts)
    {
        var shapes = new Polygon[sites.Count];
        Parallel.For(0, outlines.Length, d => Divide(outlines[d], [.. Enumerable.Range(0, sites.Count).Where(i => districts[i] == d)], sites, shapes));
        return shapes;
    }

    private static void Divide(Spot[] outline, int[] members, IReadOnlyList<Spot> sites, Polygon[] shapes)
    {
        var district = new Polygon(new LinearRing(outline.Select(p => new Coordinate(p.X, p.Y)).ToArray()));
        var bySite = members.ToDictionary(i => new Coordinate(sites[i].X, sites[i].Y));
        var builder = new VoronoiDiagramBuilder { ClipEnvelope = Wider(district.EnvelopeInternal) };
        builder.SetSites(bySite.Keys.ToArray());
        var inside = PreparedGeometryFactory.Prepare(district);
        var orphans = new List<Polygon>();
        foreach (var raw in builder.GetDiagram(GeometryFactory.Default).Geometries)
        {
            var cell = bySite[(Coordinate)raw.UserData];
            if (inside.Covers(raw))
            {
                shapes[cell] = (Polygon)raw;
                continue;
            }

            var site = new Point(sites[cell].X, sites[cell].Y);
            var parts = Polygons(raw.Intersection(district)).OrderByDescending(p => p.Covers(site)).ThenByDescending(p => p.Area).ToArray();
            shapes[cell] = parts[0];
            orphans.AddRange(parts.Skip(1));
        }

        foreach (var orphan in orphans.OrderByDescending(o => o.Area))
            Adopt(orphan, members, shapes);
    }

    /// <summary>A piece cut off by a bend of the border goes to the neighbour with the longest common side.</summary>
    private static void Adopt(Polygon orphan, int[] members, Polygon[] shapes)
    {
        var wider = orphan.Buffer(2);
        var neighbours = members.Where(i => shapes[i].EnvelopeInternal.Intersects(wider.EnvelopeInternal))
            .Select(i => (Cell: i, Side: shapes[i].Intersection(wider).Area))
            .OrderByDescending(n => n.Side).ThenBy(n => n.Cell);
        foreach (var (cell, _) in neighbours)
            if (OverlayNG.Overlay(shapes[cell], orphan, SpatialFunction.Union, Centimetres) is Polygon { NumInteriorRings: 0 } whole)
            {
                shapes[cell] = whole;
                return;
            }
    }

    private static IEnumerable<Polygon> Polygons(Geometry geometry)
        => Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN).OfType<Polygon>().Where(p => p.Area > 0);

    private static Envelope Wider(Envelope envelope)
    {
        var wider = envelope.Copy();
        wider.ExpandBy(1_000);
        return wider;
    }
}
