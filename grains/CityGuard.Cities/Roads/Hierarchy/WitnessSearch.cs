namespace CityGuard.Cities.Roads.Hierarchy;

/// <summary>Looks for a way round one node, not far.</summary>
internal sealed class WitnessSearch(LinkRows arcs)
{
    private readonly NodeHeap _heap = new();
    private readonly int[] _time = new int[arcs.Nodes], _stamp = new int[arcs.Nodes];
    private int _run;

    /// <summary>Searches from a node, never through <paramref name="around"/>, up to a time and a number of nodes.</summary>
    public void Run(int source, int around, int limit, int mostSettled)
    {
        _run++;
        _heap.Clear();
        Reach(source, 0);
        while (_heap.TryPop(out var time, out var node))
        {
            if (_time[node] != time)
                continue;
            if (mostSettled-- == 0)
                return;
            foreach (var link in arcs.Of(node))
            {
                var then = time + link.Ticks;
                if (link.Node != around && then <= limit && (_stamp[link.Node] != _run || then < _time[link.Node]))
                    Reach(link.Node, then);
            }
        }
    }

    /// <summary>True when a way was found that is no slower; it may not be the quickest.</summary>
    public bool Reaches(int node, int within) => _stamp[node] == _run && _time[node] <= within;

    private void Reach(int node, int time)
    {
        (_time[node], _stamp[node]) = (time, _run);
        _heap.Push(time, node);
    }
}
