namespace CityGuard.Cities.Roads.Hierarchy;

/// <summary>
/// A contraction hierarchy of a road network: nodes were taken out one after the other, and where the quickest way between two of those
/// left led through the one taken out, an arc was put in its place. The quickest way between any two nodes then goes up in the order and
/// down again. Immutable. After Geisberger, Sanders, Schultes and Delling (2008). Times are ticks of the network.
/// </summary>
public sealed class ContractionHierarchy
{
    internal ContractionHierarchy(int[] order, HierarchyArcs up, HierarchyArcs down)
    {
        Order = order;
        Rank = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
            Rank[order[rank]] = rank;
        (Up, Down) = (up, down);
    }

    public int NodeCount => Rank.Length;

    /// <summary>Arcs of the network and those put in, both ways together.</summary>
    public int ArcCount => Up.Node.Length + Down.Node.Length;

    /// <summary>Nodes in the order they were taken out.</summary>
    internal int[] Order { get; }

    /// <summary>Place of each node in <see cref="Order"/>.</summary>
    internal int[] Rank { get; }

    /// <summary>By node: arcs from it to later nodes.</summary>
    internal HierarchyArcs Up { get; }

    /// <summary>By node: arcs to it from later nodes.</summary>
    internal HierarchyArcs Down { get; }

    /// <summary>Finds a good order and builds the hierarchy; the result depends on the network alone.</summary>
    public static ContractionHierarchy Build(RoadGraph roads) => new Contraction(roads).InGoodOrder();

    /// <summary>
    /// Builds the hierarchy of a network with the same nodes and other times, or with arcs taken out, in the order of this one: exact all
    /// the same, and quicker than finding an order of its own, which would differ little.
    /// </summary>
    public ContractionHierarchy Again(RoadGraph roads)
        => roads.NodeCount == NodeCount ? new Contraction(roads).InOrder(Order) : throw new ArgumentException("It is a network of other nodes.", nameof(roads));
}

/// <summary>Arcs by node: those of node n are [First[n], First[n + 1]).</summary>
internal sealed record HierarchyArcs(int[] First, int[] Node, int[] Ticks)
{
    /// <summary>Nodes at the other ends of a node's arcs.</summary>
    public ReadOnlySpan<int> Of(int node) => Node.AsSpan(First[node]..First[node + 1]);

    public static HierarchyArcs Of(HierarchyLink[]?[] rows, int[] counts)
    {
        var first = new int[rows.Length + 1];
        for (var node = 0; node < rows.Length; node++)
            first[node + 1] = first[node] + counts[node];
        int[] heads = new int[first[^1]], ticks = new int[first[^1]];
        for (var node = 0; node < rows.Length; node++)
            for (var i = 0; i < counts[node]; i++)
                (heads[first[node] + i], ticks[first[node] + i]) = (rows[node]![i].Node, rows[node]![i].Ticks);
        return new HierarchyArcs(first, heads, ticks);
    }
}

/// <summary>One end of an arc.</summary>
internal readonly record struct HierarchyLink(int Node, int Ticks);
