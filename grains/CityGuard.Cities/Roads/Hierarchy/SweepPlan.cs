namespace CityGuard.Cities.Roads.Hierarchy;

/// <summary>
/// A hierarchy laid out so that one pass from bottom to top and one back give the times from some sources to some targets. Immutable, shared
/// by threads. After Delling, Goldberg, Nowatzyk and Werneck, PHAST (2011), and for some targets only, Delling, Goldberg and Werneck (2011).
/// </summary>
public sealed class SweepPlan
{
    private SweepPlan(int[] place, SweepArcs up, SweepArcs down, int[] targets) => (Place, Up, Down, TargetPlaces) = (place, up, down, targets);

    /// <summary>Place of each node: all arcs upwards lead to earlier places.</summary>
    internal int[] Place { get; }

    /// <summary>By place: arcs to earlier places.</summary>
    internal SweepArcs Up { get; }

    /// <summary>By place: arcs to later places, unless no target lies there or below.</summary>
    internal SweepArcs Down { get; }

    /// <summary>Place of each target.</summary>
    internal int[] TargetPlaces { get; }

    internal int Count => Place.Length;

    /// <summary>A plan for the given targets.</summary>
    public static SweepPlan Of(ContractionHierarchy hierarchy, RoadGraph roads, ReadOnlySpan<int> targets)
    {
        var nodes = InPasses(hierarchy, roads);
        var place = new int[nodes.Length];
        for (var i = 0; i < nodes.Length; i++)
            place[nodes[i]] = i;
        var needed = Above(hierarchy, targets);
        var targetPlaces = new int[targets.Length];
        for (var i = 0; i < targets.Length; i++)
            targetPlaces[i] = place[targets[i]];
        return new SweepPlan(place, SweepArcs.Leaving(hierarchy.Up, place), SweepArcs.Reaching(hierarchy.Down, place, needed), targetPlaces);
    }

    /// <summary>The targets and all nodes from which one comes down to them.</summary>
    private static bool[] Above(ContractionHierarchy hierarchy, ReadOnlySpan<int> targets)
    {
        var needed = new bool[hierarchy.NodeCount];
        foreach (var target in targets)
            needed[target] = true;
        foreach (var node in hierarchy.Order)
            if (needed[node])
                foreach (var above in hierarchy.Down.Of(node))
                    needed[above] = true;
        return needed;
    }

    /// <summary>Highest level first, and within one level near nodes together: what is read is then mostly still in the cache.</summary>
    private static int[] InPasses(ContractionHierarchy hierarchy, RoadGraph roads)
    {
        var level = new int[hierarchy.NodeCount];
        for (var rank = hierarchy.NodeCount - 1; rank >= 0; rank--)
        {
            var node = hierarchy.Order[rank];
            foreach (var above in hierarchy.Down.Of(node))
                level[node] = Math.Max(level[node], level[above] + 1);
            foreach (var above in hierarchy.Up.Of(node))
                level[node] = Math.Max(level[node], level[above] + 1);
        }

        var curve = SpatialOrder.Keys(roads.Nodes.Span);
        var keys = new ulong[level.Length];
        var nodes = new int[level.Length];
        for (var node = 0; node < nodes.Length; node++)
            (keys[node], nodes[node]) = (((ulong)level[node] << 32) | curve[node], node);
        Array.Sort(keys, nodes);
        return nodes;
    }
}
