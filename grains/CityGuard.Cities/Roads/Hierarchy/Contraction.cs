namespace CityGuard.Cities.Roads.Hierarchy;

/// <summary>Takes the nodes of a network out, one after the other. Used once.</summary>
internal sealed class Contraction
{
    // How far a search for another way goes before an arc is put in that may not be needed: never wrong, only larger.
    private const int SettledWhenTaken = 60, SettledWhenJudged = 30;
    private const int PriorityOffset = 1 << 24; // the heap wants no negative keys

    private readonly LinkRows _out, _in;
    private readonly WitnessSearch _witness;
    private readonly List<(int From, int To, int Ticks)> _put = [];
    private readonly int[] _level, _gone, _order;

    public Contraction(RoadGraph roads)
    {
        var count = roads.NodeCount;
        (_out, _in) = (new LinkRows(count), new LinkRows(count));
        for (var node = 0; node < count; node++)
        {
            for (var arc = roads.FirstArc.Span[node]; arc < roads.FirstArc.Span[node + 1]; arc++)
            {
                var (head, ticks) = (roads.Head.Span[arc], RoadGraph.Ticks(roads.Milliseconds.Span[arc]));
                if (head == node)
                    continue;
                _out.Put(node, head, ticks);
                _in.Put(head, node, ticks);
            }
        }

        _witness = new WitnessSearch(_out);
        (_level, _gone, _order) = (new int[count], new int[count], new int[count]);
    }

    /// <summary>Always the node next whose taking out costs least, as far as one can tell.</summary>
    public ContractionHierarchy InGoodOrder()
    {
        var queue = new NodeHeap();
        for (var node = 0; node < _order.Length; node++)
            queue.Push(Priority(node), node);
        var rank = 0;
        while (queue.TryPop(out var was, out var node))
        {
            // Its neighbours may have gone since it was judged: judge again, and let it wait when it has become dearer.
            var now = Priority(node);
            if (now > was && queue.TryPeek(out var next) && now > next)
                queue.Push(now, node);
            else
                TakeOut(node, rank++);
        }

        return Result();
    }

    public ContractionHierarchy InOrder(int[] order)
    {
        for (var rank = 0; rank < order.Length; rank++)
            TakeOut(order[rank], rank);
        return Result();
    }

    private int Priority(int node)
    {
        Shortcuts(node, SettledWhenJudged);
        return PriorityOffset + (4 * _put.Count) - (2 * (_out.Count(node) + _in.Count(node))) + (2 * _level[node]) + _gone[node];
    }

    private void TakeOut(int node, int rank)
    {
        Shortcuts(node, SettledWhenTaken);
        _order[rank] = node;
        foreach (var (from, to, ticks) in _put)
        {
            _out.Put(from, to, ticks);
            _in.Put(to, from, ticks);
        }

        // Its own rows stay as they are: all they name is taken out later.
        foreach (var link in _in.Of(node))
            Leave(_out, link.Node, node);
        foreach (var link in _out.Of(node))
            Leave(_in, link.Node, node);
    }

    private void Leave(LinkRows rows, int neighbour, int node)
    {
        rows.Remove(neighbour, node);
        _level[neighbour] = Math.Max(_level[neighbour], _level[node] + 1);
        _gone[neighbour]++;
    }

    /// <summary>Collects the arcs that must stand in for the node.</summary>
    private void Shortcuts(int node, int mostSettled)
    {
        _put.Clear();
        foreach (var from in _in.Of(node))
        {
            var farthest = 0;
            foreach (var to in _out.Of(node))
                if (to.Node != from.Node)
                    farthest = Math.Max(farthest, from.Ticks + to.Ticks);
            if (farthest == 0)
                continue;
            _witness.Run(from.Node, node, farthest, mostSettled);
            foreach (var to in _out.Of(node))
                if (to.Node != from.Node && !_witness.Reaches(to.Node, from.Ticks + to.Ticks))
                    _put.Add((from.Node, to.Node, from.Ticks + to.Ticks));
        }
    }

    private ContractionHierarchy Result() => new(_order, _out.ToArcs(), _in.ToArcs());
}
