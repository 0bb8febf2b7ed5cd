namespace CityGuard.Cities.Roads.Hierarchy;

/// <summary>Arcs by the place they leave: those of place p are [First[p], First[p + 1]).</summary>
internal sealed record SweepArcs(int[] First, int[] To, ushort[] Ticks)
{
    private const int Unusable = ushort.MaxValue; // longer than any limit

    /// <summary>From rows of the arcs that leave each node.</summary>
    public static SweepArcs Leaving(HierarchyArcs arcs, int[] place) => Of(place.Length, put =>
    {
        for (var node = 0; node < place.Length; node++)
            for (var arc = arcs.First[node]; arc < arcs.First[node + 1]; arc++)
                put(place[node], place[arcs.Node[arc]], arcs.Ticks[arc]);
    });

    /// <summary>From rows of the arcs that come to each node, where it is needed.</summary>
    public static SweepArcs Reaching(HierarchyArcs arcs, int[] place, bool[] needed) => Of(place.Length, put =>
    {
        for (var node = 0; node < place.Length; node++)
            for (var arc = arcs.First[node]; needed[node] && arc < arcs.First[node + 1]; arc++)
                put(place[arcs.Node[arc]], place[node], arcs.Ticks[arc]);
    });

    private static SweepArcs Of(int places, Action<Action<int, int, int>> each)
    {
        var first = new int[places + 1];
        each((from, _, ticks) => first[from + 1] += ticks < Unusable ? 1 : 0);
        for (var place = 0; place < places; place++)
            first[place + 1] += first[place];
        var next = first.AsSpan(..^1).ToArray();
        var (to, time) = (new int[first[^1]], new ushort[first[^1]]);
        each((from, head, ticks) =>
        {
            if (ticks < Unusable)
                (to[next[from]], time[next[from]++]) = (head, (ushort)ticks);
        });
        return new SweepArcs(first, to, time);
    }
}
