using System.Collections.Immutable;
using CityGuard.Cities.Generate.Facts;
using CityGuard.Cities.Generate.Land;
using CityGuard.Cities.Generate.Roads;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Generate.Cells;

/// <summary>Gives divided cells their shape, people, road and character, and writes them down as the city's table.</summary>
internal static class CellTables
{
    public static CellSheet Sheet(CellDraft[] cells, LandGrid land, CityFacts facts, Spot[][] outlines, Spot[] nodes, bool[] kerb)
    {
        var streets = new SpotIndex(nodes, n => kerb[n]);
        var node = cells.Select(c => streets.Nearest(c.Site, Plane.Height)).ToArray();
        var shapes = CellShapes.Draw(outlines, cells.Select(c => c.Site).ToArray(), cells.Select(c => facts.Streets[c.Street].District).ToArray());
        var density = cells.Select((c, i) => c.People / Math.Max(shapes[i].Area, 1) * 1e6).ToArray();
        return new CellSheet
        {
            Cells = cells,
            Shapes = shapes,
            Node = node,
            Residents = Residents(cells, facts),
            Density = density,
            Fringe = cells.Select((c, i) => CellCharacter.IsFringe(c, nodes[node[i]], land, facts)).ToArray(),
            FirstOfStreet = [.. Enumerable.Range(0, facts.Streets.Count).Select(s => Array.FindIndex(cells, c => c.Street == s)), cells.Length],
        };
    }

    public static CellTable Write(CellSheet sheet, CityFacts facts, AreaTrees areas)
    {
        var setting = sheet.Density.Select(CellCharacter.Setting).ToImmutableArray();
        return new CellTable
        {
            Ids = [.. Enumerable.Range(0, sheet.Cells.Length).Select(Id)],
            Centres = [.. sheet.Cells.Select(c => Plane.Geo(c.Site))],
            Outlines = [.. sheet.Shapes.Select(Ring)],
            Sector = [.. sheet.Cells.Select(c => (ushort)c.Street)],
            Beat = [.. sheet.Cells.Select(c => areas.Beat[c.Beat])],
            Community = [.. sheet.Cells.Select(c => areas.Community[c.Community])],
            Residents = [.. sheet.Residents],
            Setting = setting,
            Standard = [.. setting.Select(s => s switch { CellSetting.Urban => "urban", CellSetting.Suburban => "suburban", _ => "rural" })],
            Node = [.. sheet.Node],
            Fringe = [.. sheet.Fringe],
            Sectors = [.. facts.Streets.Select((s, i) => new SectorRange(areas.Sector[i], areas.District[s.District], sheet.FirstOfStreet[i], sheet.FirstOfStreet[i + 1] - sheet.FirstOfStreet[i]))],
        };
    }

    public static CellId Id(int cell) => CellId.Parse($"c-{cell + 1:D5}");

    private static ImmutableArray<GeoPoint> Ring(NetTopologySuite.Geometries.Polygon shape)
    {
        var ring = shape.ExteriorRing.Coordinates.Select(c => Plane.Geo(new(c.X, c.Y)));
        return [.. NetTopologySuite.Algorithm.Orientation.IsCCW(shape.ExteriorRing.CoordinateSequence) ? ring : ring.Reverse()];
    }

    private static float[] Residents(CellDraft[] cells, CityFacts facts)
    {
        var residents = new float[cells.Length];
        for (var d = 0; d < facts.Districts.Count; d++)
        {
            var members = Enumerable.Range(0, cells.Length).Where(c => facts.Streets[cells[c].Street].District == d).ToArray();
            var whole = Apportion.By(members.Select(c => cells[c].People).ToArray(), facts.Districts[d].Residents);
            for (var i = 0; i < members.Length; i++)
                residents[members[i]] = whole[i];
        }

        return residents;
    }
}
