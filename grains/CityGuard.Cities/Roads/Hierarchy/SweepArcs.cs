using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CityGuard.Cities.Roads.Hierarchy;

/// <summary>One arc of a pass.</summary>
internal readonly record struct SweepArc(int To, int Ticks);

/// <summary>Arcs by the place they leave: those of place p are [First[p], First[p + 1]). Pinned, so that the innermost loop reads them without a check.</summary>
internal sealed unsafe class SweepArcs
{
    private const int Unusable = ushort.MaxValue; // longer than any limit

    private readonly int[] _first;
    private readonly SweepArc[] _arcs;

    private SweepArcs(int[] first, SweepArc[] arcs) => (_first, _arcs) = (first, arcs);

    /// <summary>Valid as long as this object is.</summary>
    public int* First => (int*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_first));

    /// <inheritdoc cref="First"/>
    public SweepArc* Arcs => (SweepArc*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_arcs));

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
        var first = GC.AllocateArray<int>(places + 1, pinned: true);
        each((from, _, ticks) => first[from + 1] += ticks < Unusable ? 1 : 0);
        for (var place = 0; place < places; place++)
            first[place + 1] += first[place];
        var next = first.AsSpan(..^1).ToArray();
        var arcs = GC.AllocateArray<SweepArc>(Math.Max(1, first[^1]), pinned: true);
        each((from, head, ticks) =>
        {
            if (ticks < Unusable)
                arcs[next[from]++] = new SweepArc(head, ticks);
        });
        return new SweepArcs(first, arcs);
    }
}
