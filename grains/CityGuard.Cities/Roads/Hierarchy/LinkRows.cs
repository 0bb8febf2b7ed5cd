namespace CityGuard.Cities.Roads.Hierarchy;

/// <summary>Short growing rows of links, one for each node.</summary>
internal sealed class LinkRows(int nodes)
{
    private readonly HierarchyLink[]?[] _rows = new HierarchyLink[nodes][];
    private readonly int[] _counts = new int[nodes];

    public int Nodes => _counts.Length;

    public int Count(int node) => _counts[node];

    public ReadOnlySpan<HierarchyLink> Of(int node) => _rows[node].AsSpan(0, _counts[node]);

    /// <summary>Adds a link, or makes the one that is there quicker.</summary>
    public void Put(int node, int to, int ticks)
    {
        var count = _counts[node];
        var row = _rows[node] ??= new HierarchyLink[4];
        for (var i = 0; i < count; i++)
        {
            if (row[i].Node != to)
                continue;
            if (ticks < row[i].Ticks)
                row[i] = new HierarchyLink(to, ticks);
            return;
        }

        if (count == row.Length)
            Array.Resize(ref _rows[node], count * 2);
        _rows[node]![count] = new HierarchyLink(to, ticks);
        _counts[node]++;
    }

    public void Remove(int node, int to)
    {
        var row = _rows[node];
        for (var i = 0; i < _counts[node]; i++)
        {
            if (row![i].Node != to)
                continue;
            row[i] = row[--_counts[node]];
            return;
        }
    }

    public HierarchyArcs ToArcs() => HierarchyArcs.Of(_rows, _counts);
}
