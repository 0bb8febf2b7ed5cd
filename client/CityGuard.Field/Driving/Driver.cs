using CityGuard.Cities;
using CityGuard.Cities.Roads;
using CityGuard.Domain.Geography;

namespace CityGuard.Field.Driving;

/// <summary>Plans drives over the city's roads. Holds its search's scratch memory: one thread.</summary>
internal sealed class Driver(CityModel city)
{
    private const int LongestMs = 3 * 3600 * 1000;
    private readonly RoadSearch _search = new(city.Roads);

    /// <summary>The quickest way from a standing to a node; null when there is none within three hours.</summary>
    public Drive? Plan(Standing from, int to, double pace)
    {
        var points = city.Roads.Nodes.Span;
        // A first guess of the radius from the distance at 10 m/s; the search costs what it covers, so it grows only when it must.
        var limit = 60_000 + (int)(from.Place.MetresTo(points[to]) * 100);
        int travel;
        for (_search.Run(from.Node, limit); !_search.TryTime(to, out travel); _search.Run(from.Node, limit))
        {
            if (limit >= LongestMs)
                return null;
            limit = Math.Min(limit * 3, LongestMs);
        }

        var nodes = new List<int> { to };
        for (var node = _search.Previous(to); node >= 0; node = _search.Previous(node))
            nodes.Add(node);
        nodes.Reverse();
        return new Drive(from.Place, [.. nodes], [.. nodes.Select(Place)], [.. nodes.Select(Passed)], pace);

        GeoPoint Place(int node) => city.Roads.Nodes.Span[node];

        int Passed(int node)
        {
            _search.TryTime(node, out var at);
            return from.MsToNode + at;
        }
    }

    /// <summary>The node nearest to a place among those around a cell's own: where a car would stop for it.</summary>
    public int NodeNear(GeoPoint place, int cell)
    {
        const int Around = 400;
        var points = city.Roads.Nodes.Span;
        var first = city.Roads.FirstArc.Span;
        var head = city.Roads.Head.Span;
        var start = city.Cells.Node[cell];
        var seen = new HashSet<int> { start };
        var queue = new Queue<int>([start]);
        var (best, metres) = (start, points[start].MetresTo(place));
        while (queue.TryDequeue(out var node))
        {
            var away = points[node].MetresTo(place);
            if (away < metres)
                (best, metres) = (node, away);
            for (var arc = first[node]; arc < first[node + 1] && seen.Count < Around; arc++)
                if (seen.Add(head[arc]))
                    queue.Enqueue(head[arc]);
        }

        return best;
    }
}
