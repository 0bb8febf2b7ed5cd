using CityGuard.Cities.Roads.Hierarchy;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Roads;

/// <summary>Rows of a table for many origins at once, by sweeps over the hierarchy.</summary>
internal sealed class SweptRows : ITravelRows
{
    private const int DecisecondMilliseconds = 100;

    private readonly Sweep _sweep;
    private readonly CellTable _cells;
    private readonly CellLegs _legs;
    private readonly int _limit;
    private readonly ushort[][] _slices; // by lane
    private readonly TravelRowWriter[] _writers = [.. Enumerable.Range(0, Sweep.Lanes).Select(_ => new TravelRowWriter())];

    public SweptRows(SweepPlan plan, CellTable cells, CellLegs legs, int limitMilliseconds)
    {
        (_sweep, _cells, _legs, _limit) = (new Sweep(plan), cells, legs, limitMilliseconds);
        var longest = cells.Sectors.Max(s => s.Count);
        _slices = [.. Enumerable.Range(0, Sweep.Lanes).Select(_ => new ushort[longest])];
    }

    public void Build(Range origins, TravelRow[] rows)
    {
        var first = origins.Start.Value;
        var lanes = origins.End.Value - first;
        _sweep.Run(_cells.Node.AsSpan()[origins], _limit / RoadGraph.TickMilliseconds);
        for (var sector = 0; sector < _cells.Sectors.Length; sector++)
        {
            var range = _cells.Sectors[sector];
            if (!Fill(first, lanes, range))
                continue;
            for (var lane = 0; lane < lanes; lane++)
                _writers[lane].Add(sector, _slices[lane].AsSpan(0, range.Count));
        }

        for (var lane = 0; lane < lanes; lane++)
            rows[first + lane] = _writers[lane].Complete();
    }

    public void Dispose() => _sweep.Dispose();

    /// <summary>Fills the slices of one sector; false when no lane reaches any of it.</summary>
    private bool Fill(int first, int lanes, SectorRange range)
    {
        var any = false;
        for (var i = 0; i < range.Count; i++)
        {
            var ticks = _sweep.Target(range.First + i);
            for (var lane = 0; lane < lanes; lane++)
                _slices[lane][i] = ticks.IsEmpty ? Travel.Beyond : Time(first + lane, range.First + i, ticks[lane]);
            any |= !ticks.IsEmpty;
        }

        return any;
    }

    private ushort Time(int origin, int cell, ushort ticks)
    {
        var whole = ticks == Sweep.Beyond ? int.MaxValue : _legs.Between(origin, cell, ticks * RoadGraph.TickMilliseconds);
        // What is over the limit on the roads alone stays over it; whole milliseconds round up without a fraction.
        return whole <= _limit ? (ushort)((whole + DecisecondMilliseconds - 1) / DecisecondMilliseconds) : Travel.Beyond;
    }
}
