using System.Collections.Immutable;
using CityGuard.Cities.Roads;
using CityGuard.Domain.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;

namespace CityGuard.Cities.Import.Files;

/// <summary>The cells: as given, or tiles over the city.</summary>
internal sealed class CellMaker(CityFile file, string folder, RoadGraph roads, IReadOnlyList<Station> stations, InputProblems problems)
{
    private const double DefaultMetres = 500, RoundMetres = 50;
    private const int MostByDefault = 4000, Most = 60_000;
    private const double LeastShareOfTile = 0.02;

    public IReadOnlyList<CellDraft> Make()
    {
        var boundary = file.Boundary is { } path ? problems.Try(() => Boundary(path)) : null;
        if (problems.All.Count > 0)
            return [];
        return file.Cells.File is { } cells ? Given(cells, boundary) : Generated(boundary);
    }

    private Geometry Boundary(string path)
    {
        var polygons = GeoFile.Read(Path.Combine(folder, path)).SelectMany(f => f.Polygons(file.Crs, problems)).ToArray();
        return polygons.Length == 1
            ? polygons[0]
            : polygons.Length == 0 ? polygons.FirstOrDefault() ?? throw new CityInputException(Path.GetFileName(path), "there is no whole polygon in it")
            : new GeometryFactory().CreateMultiPolygon(polygons);
    }

    private List<CellDraft> Given(string path, Geometry? boundary)
    {
        var cells = new List<CellDraft>();
        var ids = new Dictionary<string, int>();
        var inside = boundary is null ? null : PreparedGeometryFactory.Prepare(boundary);
        foreach (var feature in problems.Try(() => GeoFile.Read(Path.Combine(folder, path))) ?? [])
        {
            var polygons = feature.Polygons(file.Crs, problems);
            if (polygons.Count == 0)
                continue;
            var (id, shape) = (feature.Text("id"), polygons[0]);
            if (polygons.Count > 1 || shape.NumInteriorRings > 0)
                problems.Add(feature.File, feature.Number, "geometry", "a cell is one polygon without holes");
            else if (inside is not null && !inside.Covers(shape.InteriorPoint))
                problems.Add(feature.File, feature.Number, "geometry", "the cell lies outside the boundary");
            else if (id.Length > 0 && !ids.TryAdd(id, feature.Number))
                problems.Add(feature.File, feature.Number, "id", $"'{id}' is also the id of feature {ids[id]}");
            else
                cells.Add(Draft(shape, id, feature));
        }

        return cells;
    }

    private CellDraft Draft(Polygon shape, string id, GeoFeature feature)
    {
        var row = new InputRow(feature.File, feature.Number, feature.Properties, null, file.Crs, problems);
        return new CellDraft(
            id, Ring(shape), Inside(shape), row.Text("sector"), row.Number("residents", 0, 1e7), row.OneOf("setting", "", "urban", "suburban", "rural") ?? "", row.Text("standard"), feature.Number);
    }

    private List<CellDraft> Generated(Geometry? boundary)
    {
        var shape = file.Cells.Shape switch
        {
            "hexagons" => CellShape.Hexagon,
            "squares" => CellShape.Square,
            var other => throw new CityInputException("city.json", 0, "cells.shape", $"'{other}' is neither hexagons nor squares"),
        };
        if (file.Cells.Metres is < 50 or > 5000)
            throw new CityInputException("city.json", 0, "cells.metres", "it must be from 50 to 5,000");
        var metres = file.Cells.Metres ?? DefaultMetres;
        var cells = Tiles(shape, metres, boundary);
        if (file.Cells.Metres is null && cells.Count > MostByDefault)
        {
            metres = Math.Ceiling(metres * Math.Sqrt((double)cells.Count / MostByDefault) / RoundMetres) * RoundMetres;
            cells = Tiles(shape, metres, boundary);
        }

        if (cells.Count > Most)
            throw new CityInputException("city.json", 0, "cells.metres", FormattableString.Invariant($"there would be {cells.Count:N0} cells; {Most:N0} are the most"));
        problems.Assume(FormattableString.Invariant($"cells: {cells.Count:N0} {file.Cells.Shape} of {metres:0} m, {(boundary is null ? "wherever a road runs" : "clipped to the boundary")}"));
        return cells;
    }

    private List<CellDraft> Tiles(CellShape shape, double metres, Geometry? boundary)
    {
        var nodes = roads.Nodes.Span;
        var tiling = Tiling.Of(shape, nodes[nodes.Length / 2], metres);
        var tiles = boundary is null ? WhereRoadsRun(tiling) : Over(boundary, tiling, metres);
        var cells = new List<CellDraft>();
        foreach (var tile in tiles.OrderBy(t => t.Row).ThenBy(t => t.Column))
        {
            var ring = tiling.Ring(tile);
            if (boundary is null)
                cells.Add(new CellDraft("", ring, tiling.Centre(tile)));
            else if (Clip(ring, boundary) is { } clipped)
                cells.Add(clipped);
        }

        return cells;
    }

    private HashSet<Tile> WhereRoadsRun(Tiling tiling)
    {
        var tiles = RoadTiles.Along(roads, tiling);
        tiles.UnionWith(stations.Select(s => tiling.At(s.Place)));
        return tiles;
    }

    private static HashSet<Tile> Over(Geometry boundary, Tiling tiling, double metres)
    {
        var box = boundary.EnvelopeInternal;
        var north = metres / Outline.MetresPerDegree / 2;
        var east = north / Math.Cos(double.DegreesToRadians(box.Centre.Y));
        var tiles = new HashSet<Tile>();
        for (var lat = box.MinY - north; lat <= box.MaxY + north; lat += north)
            for (var lon = box.MinX - east; lon <= box.MaxX + east; lon += east)
                tiles.Add(tiling.At(new GeoPoint(lon, lat)));
        return tiles;
    }

    /// <summary>The largest piece of a tile within the boundary; slivers are left to the neighbours.</summary>
    private static CellDraft? Clip(ImmutableArray<GeoPoint> ring, Geometry boundary)
    {
        var tile = boundary.Factory.CreatePolygon([.. ring.Select(p => new Coordinate(p.Lon, p.Lat))]);
        if (boundary.Covers(tile))
            return new CellDraft("", ring, Inside(tile));
        var cut = boundary.Intersection(tile);
        var piece = Enumerable.Range(0, cut.NumGeometries).Select(cut.GetGeometryN).OfType<Polygon>().MaxBy(p => p.Area);
        return piece is null || piece.Area < LeastShareOfTile * tile.Area ? null : new CellDraft("", Ring(piece), Inside(piece));
    }

    private static GeoPoint Inside(Polygon shape)
    {
        var centre = shape.Centroid;
        var point = shape.Covers(centre) ? centre : shape.InteriorPoint;
        return new GeoPoint(point.X, point.Y);
    }

    private static ImmutableArray<GeoPoint> Ring(Polygon shape)
    {
        var ring = shape.ExteriorRing.Coordinates.Select(c => new GeoPoint(c.X, c.Y)).ToArray();
        if (Outline.SignedSquareMetres(ring) < 0)
            Array.Reverse(ring);
        return [.. ring];
    }
}
