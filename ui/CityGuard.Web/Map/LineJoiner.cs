using CityGuard.Domain.Geography;

namespace CityGuard.Web.Map;

/// <summary>Strings loose edges together into lines, so that the browser draws joints and dashes well.</summary>
internal static class LineJoiner
{
    public static IEnumerable<GeoPoint[]> Join(IEnumerable<Edge> edges)
    {
        var neighbours = new Dictionary<long, List<long>>();
        foreach (var (a, b) in edges)
        {
            Ends(neighbours, a).Add(b);
            Ends(neighbours, b).Add(a);
        }

        // Lines begin where borders meet; what remains afterwards are closed rings.
        foreach (var start in neighbours.Where(n => n.Value.Count != 2).Select(n => n.Key).Concat(neighbours.Keys))
            while (neighbours[start].Count > 0)
                yield return Walk(neighbours, start);
    }

    private static GeoPoint[] Walk(Dictionary<long, List<long>> neighbours, long start)
    {
        var line = new List<GeoPoint> { Edge.Unpack(start) };
        var at = start;
        do
        {
            var next = neighbours[at][^1];
            neighbours[at].RemoveAt(neighbours[at].Count - 1);
            neighbours[next].Remove(at);
            line.Add(Edge.Unpack(next));
            at = next;
        }
        while (neighbours[at].Count == 1);
        return [.. line];
    }

    private static List<long> Ends(Dictionary<long, List<long>> neighbours, long key)
        => neighbours.TryGetValue(key, out var ends) ? ends : neighbours[key] = new List<long>(2);
}
