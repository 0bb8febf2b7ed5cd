using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CityGuard.Cities.Roads.Hierarchy;

/// <summary>
/// Times from up to <see cref="Lanes"/> sources at once to all targets of a plan: up from the sources, then down to the targets, each node
/// once and for all lanes together. Only what some lane reaches within the limit is touched, so sources near each other share most of the
/// work. Holds its scratch memory: one instance serves one thread.
/// </summary>
public sealed unsafe class Sweep : IDisposable
{
    /// <summary>Sources of one run: as many 16-bit times as fit the widest register.</summary>
    public const int Lanes = 32;

    /// <summary>A time that is not within the limit.</summary>
    public const ushort Beyond = ushort.MaxValue;

    /// <summary>The largest limit, ticks.</summary>
    public const int MostTicks = Beyond - 1;

    private readonly SweepPlan _plan;
    private readonly ushort* _times; // by place, then by lane; holds something only where reached
    private readonly ulong[] _reached; // a bit for each place
    private Vector512<ushort> _limit;

    public Sweep(SweepPlan plan)
    {
        _plan = plan;
        _times = (ushort*)NativeMemory.AlignedAlloc((nuint)Math.Max(1, plan.Count) * Lanes * sizeof(ushort), Lanes * sizeof(ushort));
        _reached = new ulong[(plan.Count + 63) / 64];
    }

    /// <summary>Runs from the given nodes; an earlier result is forgotten.</summary>
    /// <param name="sources">1 to <see cref="Lanes"/> nodes; lane i belongs to the i-th.</param>
    /// <param name="limitTicks">Longest time of interest, 0 to <see cref="MostTicks"/>.</param>
    public void Run(ReadOnlySpan<int> sources, int limitTicks)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(sources.Length, Lanes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limitTicks, MostTicks);
        ArgumentOutOfRangeException.ThrowIfNegative(limitTicks);
        _limit = Vector512.Create((ushort)limitTicks);
        Array.Clear(_reached);
        for (var lane = 0; lane < sources.Length; lane++)
            Begin(_plan.Place[sources[lane]], lane);
        Climb();
        Descend();
    }

    /// <summary>Times to the i-th target by lane, ticks; those over the limit may be anything above it. Empty when it is beyond for all.</summary>
    public ReadOnlySpan<ushort> Target(int index)
    {
        var place = _plan.TargetPlaces[index];
        return (_reached[place >> 6] & (1UL << place)) == 0 ? [] : new ReadOnlySpan<ushort>(_times + ((nint)place * Lanes), Lanes);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.AlignedFree(_times);
        GC.SuppressFinalize(this);
    }

    ~Sweep() => NativeMemory.AlignedFree(_times);

    private void Begin(int place, int lane)
    {
        var row = _times + ((nint)place * Lanes);
        if ((_reached[place >> 6] & (1UL << place)) == 0)
            Vector512<ushort>.AllBitsSet.StoreAligned(row);
        _reached[place >> 6] |= 1UL << place;
        row[lane] = 0;
    }

    /// <summary>From the last place to the first; a place that is reached on the way lies before all that lead to it.</summary>
    private void Climb()
    {
        SweepArc* arcs = _plan.Up.Arcs;
        int* first = _plan.Up.First;
        for (var word = _reached.Length - 1; word >= 0; word--)
        {
            for (var left = _reached[word]; left != 0;)
            {
                var bit = 63 - BitOperations.LeadingZeroCount(left);
                var place = (word << 6) + bit;
                Pass(place, arcs + first[place], arcs + first[place + 1]);
                left = _reached[word] & ((1UL << bit) - 1);
            }
        }
    }

    /// <summary>From the first place to the last.</summary>
    private void Descend()
    {
        SweepArc* arcs = _plan.Down.Arcs;
        int* first = _plan.Down.First;
        for (var word = 0; word < _reached.Length; word++)
        {
            for (var left = _reached[word]; left != 0;)
            {
                var bit = BitOperations.TrailingZeroCount(left);
                var place = (word << 6) + bit;
                Pass(place, arcs + first[place], arcs + first[place + 1]);
                left = _reached[word] & ~((2UL << bit) - 1); // of bit 63, 2 << 63 is 0: nothing is left
            }
        }
    }

    /// <summary>Passes the times of a place on along its arcs.</summary>
    private void Pass(int place, SweepArc* arc, SweepArc* end)
    {
        var limit = _limit;
        var times = Vector512.LoadAligned(_times + ((nint)place * Lanes));
        ref var words = ref MemoryMarshal.GetArrayDataReference(_reached);
        for (; arc < end; arc++)
        {
            var then = Vector512.AddSaturate(times, Vector512.Create((ushort)arc->Ticks));
            var next = arc->To;
            var row = _times + ((nint)next * Lanes);
            ref var reached = ref Unsafe.Add(ref words, next >> 6);
            if ((reached & (1UL << next)) != 0)
            {
                Vector512.Min(then, Vector512.LoadAligned(row)).StoreAligned(row);
            }
            else if (Vector512.LessThanOrEqualAny(then, limit))
            {
                reached |= 1UL << next;
                then.StoreAligned(row);
            }
        }
    }
}
