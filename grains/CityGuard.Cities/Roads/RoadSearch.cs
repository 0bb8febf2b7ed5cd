namespace CityGuard.Cities.Roads;

/// <summary>
/// Shortest times from one node to all nodes within a limit (Dijkstra on a 4-ary heap). Holds its scratch memory, so one
/// instance serves one thread, and each run costs only what it reaches.
/// </summary>
public sealed class RoadSearch
{
    private readonly RoadGraph _roads;
    private readonly int[] _time, _stamp, _previous;
    private readonly NodeHeap _heap = new();
    private int _run;

    public RoadSearch(RoadGraph roads)
    {
        _roads = roads;
        _time = new int[roads.NodeCount];
        _stamp = new int[roads.NodeCount];
        _previous = new int[roads.NodeCount];
    }

    /// <summary>Finds every node within <paramref name="limitMilliseconds"/> of the source; an earlier result is forgotten.</summary>
    /// <param name="until">Stop once this node's time is certain; times of nodes farther away are then only upper bounds. -1: go on to the limit.</param>
    public void Run(int source, int limitMilliseconds, int until = -1)
    {
        var first = _roads.FirstArc.Span;
        var head = _roads.Head.Span;
        var cost = _roads.Milliseconds.Span;
        var run = ++_run;
        _heap.Clear();
        Reach(source, -1, 0);
        while (_heap.TryPop(out var time, out var node))
        {
            if (_time[node] != time)
                continue; // an older, longer way to a node that is settled
            if (node == until)
                return;
            for (var arc = first[node]; arc < first[node + 1]; arc++)
            {
                var next = head[arc];
                var then = (long)time + cost[arc];
                if (then <= limitMilliseconds && (_stamp[next] != run || then < _time[next]))
                    Reach(next, node, (int)then);
            }
        }
    }

    /// <summary>True when the last run reached the node within its limit.</summary>
    public bool TryTime(int node, out int milliseconds)
    {
        milliseconds = _time[node];
        return _stamp[node] == _run;
    }

    /// <summary>The node before this one on the way from the source; -1 at the source.</summary>
    public int Previous(int node) => _stamp[node] == _run ? _previous[node] : throw new ArgumentOutOfRangeException(nameof(node), "The last run did not reach this node.");

    private void Reach(int node, int from, int time)
    {
        _stamp[node] = _run;
        _time[node] = time;
        _previous[node] = from;
        _heap.Push(time, node);
    }
}
