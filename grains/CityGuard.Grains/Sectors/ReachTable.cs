using System.Numerics;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Readiness;

namespace CityGuard.Grains.Sectors;

/// <summary>
/// Arrival of every responder that comes by road in every cell of one sector: one dense array, cell after cell, so that
/// assessing a cell reads one contiguous run. A lane is a responder's place within each run.
/// </summary>
internal sealed class ReachTable(int cells)
{
    private readonly Stack<int> _free = new();
    private ushort[] _times = [];
    private int[] _responder = [];
    private byte[] _kind = [];
    private int _lanes;

    /// <summary>Lanes ever used at once: no cell has more arrivals.</summary>
    public int Lanes => _lanes;

    public int Enter(int responder, byte kind)
    {
        if (!_free.TryPop(out var lane))
            lane = _lanes++;
        if (lane >= _responder.Length)
            Grow(Math.Max(16, _responder.Length * 2));
        (_responder[lane], _kind[lane]) = (responder, kind);
        return lane;
    }

    /// <summary>Takes a responder out; the cells it could reach become dirty.</summary>
    public void Leave(int lane, ReadOnlySpan<ushort> matters, DirtySet dirty)
    {
        Set(lane, [], Travel.Beyond, matters, dirty);
        _responder[lane] = -1;
        _free.Push(lane);
    }

    /// <summary>Writes the arrivals of one responder: its travel times to the cells (empty: out of reach) plus its delay.</summary>
    /// <param name="matters">For each cell the latest arrival that can make a difference there: only cells with a change up to it become dirty.</param>
    public void Set(int lane, ReadOnlySpan<ushort> travel, ushort delay, ReadOnlySpan<ushort> matters, DirtySet dirty)
    {
        var stride = _responder.Length;
        var reaches = delay != Travel.Beyond && travel.Length == cells;
        for (var cell = 0; cell < cells; cell++)
        {
            var time = reaches ? BeaconOrder.Add(travel[cell], delay) : Travel.Beyond;
            ref var known = ref _times[(cell * stride) + lane];
            if (known == time)
                continue;
            if (Math.Min(known, time) <= matters[cell])
                dirty.Mark(cell);
            known = time;
        }
    }

    /// <summary>Collects who arrives in a cell within a limit, in no order.</summary>
    public int Arrivals(int cell, ushort limit, Span<Arrival> into)
    {
        var times = _times.AsSpan(cell * _responder.Length, _lanes);
        limit = Math.Min(limit, (ushort)(Travel.Beyond - 1));
        var most = new Vector<ushort>(limit);
        var (lane, count) = (0, 0);
        // Most of a run is later than the limit: whole vectors are passed over at once.
        for (; lane <= times.Length - Vector<ushort>.Count; lane += Vector<ushort>.Count)
            if (Vector.LessThanOrEqualAny(new Vector<ushort>(times[lane..]), most))
                count = Collect(times, lane, lane + Vector<ushort>.Count, limit, into, count);
        return Collect(times, lane, times.Length, limit, into, count);
    }

    private int Collect(ReadOnlySpan<ushort> times, int from, int until, ushort limit, Span<Arrival> into, int count)
    {
        for (var lane = from; lane < until; lane++)
            if (times[lane] <= limit)
                into[count++] = new Arrival(_responder[lane], _kind[lane], times[lane]);
        return count;
    }

    private void Grow(int stride)
    {
        var old = _responder.Length;
        var times = new ushort[cells * stride];
        Array.Fill(times, Travel.Beyond);
        for (var cell = 0; cell < cells; cell++)
            _times.AsSpan(cell * old, old).CopyTo(times.AsSpan(cell * stride));
        _times = times;
        Array.Resize(ref _responder, stride);
        Array.Resize(ref _kind, stride);
    }
}
