namespace CityGuard.Cities.Import.Network;

/// <summary>Parts of a network within which one can drive from everywhere to everywhere (Tarjan, 1972, without recursion).</summary>
internal static class StrongParts
{
    /// <summary>The part with the most nodes, the first of several; and how many parts there are.</summary>
    public static (bool[] InLargest, int Parts) Largest(int nodes, IReadOnlyList<Stretch> stretches)
    {
        var leaving = stretches.ToLookup(s => s.From, s => s.To);
        int[] index = new int[nodes], low = new int[nodes], part = new int[nodes];
        Array.Fill(part, -1);
        var sizes = new List<int>();
        var open = new Stack<int>();
        var path = new Stack<(int Node, IEnumerator<int> Next)>();
        var count = 0;
        for (var root = 0; root < nodes; root++)
        {
            if (index[root] != 0)
                continue;
            Enter(root);
            while (path.TryPeek(out var at))
            {
                if (at.Next.MoveNext())
                {
                    var next = at.Next.Current;
                    if (index[next] == 0)
                        Enter(next);
                    else if (part[next] < 0)
                        low[at.Node] = Math.Min(low[at.Node], index[next]);
                    continue;
                }

                path.Pop();
                if (path.TryPeek(out var above))
                    low[above.Node] = Math.Min(low[above.Node], low[at.Node]);
                if (low[at.Node] == index[at.Node])
                    Close(at.Node);
            }
        }

        var largest = sizes.IndexOf(sizes.Max());
        return ([.. part.Select(p => p == largest)], sizes.Count);

        void Enter(int node)
        {
            index[node] = low[node] = ++count;
            open.Push(node);
            path.Push((node, leaving[node].GetEnumerator()));
        }

        void Close(int root)
        {
            var size = 0;
            int node;
            do
            {
                node = open.Pop();
                part[node] = sizes.Count;
                size++;
            }
            while (node != root);
            sizes.Add(size);
        }
    }
}
