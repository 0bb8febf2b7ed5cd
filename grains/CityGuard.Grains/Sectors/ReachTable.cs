using System.Numerics;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Readiness;

namespace CityGuard.Grains.Sectors;

/// <summary>
/// Arrival of every responder that comes by road in every cell of one sector: one dense array, cell after cell, so that
/// assessing a cell reads one contiguous run. A lane is a responder's place within each run. The travel alone lies beside it in the
/// same order: choosing asks for everyone's, also of those who cannot be sent now, and the package's table would be a cache miss for each.
/// </summary>
internal sealed class ReachTable(int cells)
{
    private readonly Stack<int> _free = new();
    private ushort[] _times = [], _travel = [];
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
        Set(lane, Travel.Beyond, matters, dirty);
        _responder[lane] = -1;
        _free.Push(lane);
    }

    /// <summary>Writes the travel times of one responder to the cells; empty: out of reach. <see cref="Set"/> follows.</summary>
    public void Move(int lane, ReadOnlySpan<ushort> travel)
    {
        var stride = _responder.Length;
        for (var cell = 0; cell < cells; cell++)
            _travel[(cell * stride) + lane] = travel.Length == cells ? travel[cell] : Travel.Beyond;
    }

    /// <summary>Writes the arrivals of one responder: its travel times plus its delay.</summary>
    /// <param name="matters">For each cell the latest arrival that can make a difference there: only cells with a change up to it become dirty.</param>
    public void Set(int lane, ushort delay, ReadOnlySpan<ushort> matters, DirtySet dirty)
    {
        var stride = _responder.Length;
        for (var cell = 0; cell < cells; cell++)
        {
            var place = (cell * stride) + lane;
            var time = BeaconOrder.Add(_travel[place], delay);
            ref var known = ref _times[place];
            if (known == time)
                continue;
            if (Math.Min(known, time) <= matters[cell])
                dirty.Mark(cell);
            known = time;
        }
    }

    /// <summary>Travel time of one responder to a cell, as of its last <see cref="Move"/>.</summary>
    public ushort TravelTo(int cell, int lane) => _travel[(cell * _responder.Length) + lane];

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
        (_times, _travel) = (Grown(_times, stride), Grown(_travel, stride));
        Array.Resize(ref _responder, stride);
        Array.Resize(ref _kind, stride);
    }

    private ushort[] Grown(ushort[] table, int stride)
    {
        var old = _responder.Length;
        var grown = new ushort[cells * stride];
        Array.Fill(grown, Travel.Beyond);
        for (var cell = 0; cell < cells; cell++)
            table.AsSpan(cell * old, old).CopyTo(grown.AsSpan(cell * stride));
        return grown;
    }
}
