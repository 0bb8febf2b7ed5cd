using CityGuard.Cities.Roads;

namespace CityGuard.Benchmarks.Travel;

/// <summary>The textbook's algorithm on the runtime's own queue, with a limit: the bare baseline.</summary>
internal sealed class PlainDijkstra(RoadGraph roads)
{
    private readonly int[] _time = new int[roads.NodeCount];
    private readonly PriorityQueue<int, int> _queue = new();

    /// <summary>Number of nodes reached within the limit.</summary>
    public int Run(int source, int limit)
    {
        Array.Fill(_time, int.MaxValue);
        ReadOnlySpan<int> first = roads.FirstArc.Span, head = roads.Head.Span, cost = roads.Milliseconds.Span;
        var settled = 0;
        _queue.Enqueue(source, 0);
        _time[source] = 0;
        while (_queue.TryDequeue(out var node, out var time))
        {
            if (time > _time[node])
                continue;
            settled++;
            for (var arc = first[node]; arc < first[node + 1]; arc++)
            {
                var then = time + cost[arc];
                if (then > limit || then >= _time[head[arc]])
                    continue;
                _time[head[arc]] = then;
                _queue.Enqueue(head[arc], then);
            }
        }

        return settled;
    }

    public int Time(int node) => _time[node];
}
