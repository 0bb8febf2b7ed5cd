using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CityGuard.Cities.Roads.Hierarchy;

/// <summary>
/// Times from a few nodes to some targets, however long: up the hierarchy from each, then down to all targets together, each node once. For
/// questions whose answer lies beyond the limit of <see cref="Sweep"/>. Safe from many threads.
/// </summary>
public sealed class FarSweep
{
    /// <summary>Nodes of one run.</summary>
    public const int Lanes = 8;

    /// <summary>No way; two of it still fit an integer.</summary>
    public const int Far = int.MaxValue / 2;

    private readonly int[] _rank, _order;
    private readonly HierarchyArcs _up;
    private readonly int[] _down, _first, _above, _ticks; // needed nodes by falling rank, with the arcs that come down to them
    private readonly ConcurrentBag<int[]> _scratch = [];

    /// <param name="reversed">True: times to the node instead of from it.</param>
    public FarSweep(ContractionHierarchy hierarchy, ReadOnlySpan<int> targets, bool reversed = false)
    {
        (_rank, _order) = (hierarchy.Rank, hierarchy.Order);
        var (up, down) = reversed ? (hierarchy.Down, hierarchy.Up) : (hierarchy.Up, hierarchy.Down);
        _up = up;
        var needed = new bool[hierarchy.NodeCount];
        foreach (var target in targets)
            needed[target] = true;
        foreach (var node in hierarchy.Order)
            if (needed[node])
                foreach (var above in down.Of(node))
                    needed[above] = true;
        _down = [.. hierarchy.Order.Reverse().Where(node => needed[node]).Select(node => _rank[node])];
        _first = new int[_down.Length + 1];
        for (var i = 0; i < _down.Length; i++)
            _first[i + 1] = _first[i] + down.Of(_order[_down[i]]).Length;
        (_above, _ticks) = (new int[_first[^1]], new int[_first[^1]]);
        for (var i = 0; i < _down.Length; i++)
        {
            var node = _order[_down[i]];
            for (var arc = 0; arc < _first[i + 1] - _first[i]; arc++)
                (_above[_first[i] + arc], _ticks[_first[i] + arc]) = (_rank[down.Node[down.First[node] + arc]], down.Ticks[down.First[node] + arc]);
        }
    }

    /// <summary>Ticks between each node and every target; <see cref="Far"/>: no way.</summary>
    /// <param name="nodes">1 to <see cref="Lanes"/> nodes.</param>
    /// <param name="targets">Some or all of the targets that the sweep was made for.</param>
    /// <param name="ticks">Receives them target by target, each with <see cref="Lanes"/> lanes.</param>
    public void Run(ReadOnlySpan<int> nodes, ReadOnlySpan<int> targets, Span<int> ticks)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nodes.Length, Lanes);
        var times = _scratch.TryTake(out var used) ? used : new int[_rank.Length * Lanes];
        Array.Fill(times, Far);
        for (var lane = 0; lane < nodes.Length; lane++)
            Climb(times, _rank[nodes[lane]], lane);
        ref var first = ref MemoryMarshal.GetArrayDataReference(times);
        for (var i = 0; i < _down.Length; i++)
        {
            ref var place = ref Unsafe.Add(ref first, _down[i] * Lanes);
            var time = Vector256.LoadUnsafe(ref place);
            for (var arc = _first[i]; arc < _first[i + 1]; arc++)
                time = Vector256.Min(time, Vector256.LoadUnsafe(ref Unsafe.Add(ref first, _above[arc] * Lanes)) + Vector256.Create(_ticks[arc]));
            time.StoreUnsafe(ref place);
        }

        for (var i = 0; i < targets.Length; i++)
            times.AsSpan(_rank[targets[i]] * Lanes, Lanes).CopyTo(ticks[(i * Lanes)..]);
        _scratch.Add(times);
    }

    /// <summary>Few nodes lie above one: they are taken in the order of their ranks.</summary>
    private void Climb(int[] times, int from, int lane)
    {
        times[(from * Lanes) + lane] = 0;
        var open = new PriorityQueue<int, int>();
        open.Enqueue(from, from);
        while (open.TryDequeue(out var rank, out _))
        {
            var node = _order[rank];
            for (var arc = _up.First[node]; arc < _up.First[node + 1]; arc++)
            {
                var above = _rank[_up.Node[arc]];
                ref var time = ref times[(above * Lanes) + lane];
                if (time == Far)
                    open.Enqueue(above, above);
                time = Math.Min(time, times[(rank * Lanes) + lane] + _up.Ticks[arc]);
            }
        }
    }
}
