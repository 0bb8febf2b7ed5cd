using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;

namespace CityGuard.Web.Map;

/// <summary>Finds the borders of districts and sectors from the cells: the edges whose two sides belong to different areas.</summary>
internal static class AreaBorders
{
    public const int District = 0, Sector = 1;

    public static void Write(CityMap city, ShapeWriter to)
    {
        var districts = DistrictOfArea(city);
        var edges = new Dictionary<Edge, (int Left, int Right)>();
        for (var cell = 0; cell < city.Cells.Outlines.Length; cell++)
        {
            var ring = city.Cells.Outlines[cell];
            for (var i = 1; i < ring.Length; i++)
            {
                if (Edge.TryBetween(ring[i - 1], ring[i]) is not { } edge)
                    continue;
                var sector = city.Cells.Sector[cell];
                edges[edge] = edges.TryGetValue(edge, out var sides) ? (sides.Left, sector) : (sector, -1);
            }
        }

        foreach (var kind in (ReadOnlySpan<int>)[Sector, District])
            foreach (var line in LineJoiner.Join(edges.Where(e => KindOf(e.Value, districts) == kind).Select(e => e.Key)))
                to.Add(kind, line);
    }

    private static int? KindOf((int Left, int Right) sides, int[] districts)
        => sides.Right < 0 ? District
         : sides.Left == sides.Right ? null
         : districts[sides.Left] == districts[sides.Right] ? Sector : District;

    /// <summary>Index of the district that each area lies in; the city's own for the city.</summary>
    public static int[] DistrictOfArea(CityMap city)
    {
        var index = new Dictionary<AreaId, int>(city.Areas.Length);
        var districts = new int[city.Areas.Length];
        for (var i = 0; i < city.Areas.Length; i++)
        {
            var area = city.Areas[i];
            index[area.Id] = i;
            districts[i] = area.Kind is AreaKind.District || area.Parent is null ? i : districts[index[area.Parent.Value]];
        }

        return districts;
    }
}

/// <summary>An undirected edge between two points in millionths of a degree.</summary>
internal readonly record struct Edge(long A, long B)
{
    public static Edge? TryBetween(GeoPoint from, GeoPoint to)
    {
        long a = Pack(from), b = Pack(to);
        return a == b ? null : a < b ? new Edge(a, b) : new Edge(b, a);
    }

    public static GeoPoint Unpack(long packed) => new((int)(packed >> 32) / 1e6, (int)packed / 1e6);

    private static long Pack(GeoPoint point) => ((long)ShapeWriter.Quantise(point.Lon) << 32) | (uint)ShapeWriter.Quantise(point.Lat);
}
