using CityGuard.Cities.Roads;

namespace CityGuard.Cities.Tests.Roads;

/// <summary>The textbook's algorithm on the library's queue, without limit: what the fast one is checked against.</summary>
internal static class PlainDijkstra
{
    public static int[] Times(RoadGraph roads, int source)
    {
        var times = new int[roads.NodeCount];
        Array.Fill(times, int.MaxValue);
        var queue = new PriorityQueue<int, int>();
        queue.Enqueue(source, 0);
        times[source] = 0;
        while (queue.TryDequeue(out var node, out var time))
        {
            if (time > times[node])
                continue;
            for (var arc = roads.FirstArc.Span[node]; arc < roads.FirstArc.Span[node + 1]; arc++)
            {
                var next = roads.Head.Span[arc];
                var then = time + roads.Milliseconds.Span[arc];
                if (then >= times[next])
                    continue;
                times[next] = then;
                queue.Enqueue(next, then);
            }
        }

        return times;
    }
}
