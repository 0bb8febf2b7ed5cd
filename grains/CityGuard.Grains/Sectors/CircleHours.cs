using CityGuard.Domain.Readiness;
using CityGuard.Domain.Targets;

namespace CityGuard.Grains.Sectors;

/// <summary>Which targets of a sector are open now, and which of them governs each cell: the strictest open circle inside it.</summary>
internal sealed class CircleHours
{
    private readonly SectorMap _map;
    private readonly bool[] _open;
    private readonly int[] _governing;
    private DateTimeOffset _nextLook = DateTimeOffset.MinValue;

    public CircleHours(SectorMap map)
    {
        _map = map;
        _open = new bool[map.Targets.Length];
        _governing = new int[map.Range.Count];
        Array.Fill(_governing, -1);
    }

    public bool IsOpen(int target) => _open[target];

    /// <summary>Local target whose circle a local cell keeps, -1 for its local limit.</summary>
    public int Governing(int cell) => _governing[cell];

    /// <summary>Opens and closes what is due; hours have the grain of a minute, so it looks once a minute.</summary>
    public void Look(DateTimeOffset now, DirtySet dirtyCells, DirtySet dirtyTargets)
    {
        if (now < _nextLook)
            return;
        _nextLook = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero).AddMinutes(1);
        var minute = WeekClock.MinuteOfWeek(now, _map.Index.Zone);
        for (var target = 0; target < _open.Length; target++)
        {
            var open = _map.Index.City.Targets[_map.Targets[target]].Hours.IsOpen(minute);
            if (open == _open[target])
                continue;
            _open[target] = open;
            dirtyTargets.Mark(target);
            var cell = _map.TargetCells[target];
            _governing[cell] = Strictest(cell);
            dirtyCells.Mark(cell);
        }
    }

    /// <summary>The circles themselves have changed: which of them governs a cell may be another one now.</summary>
    public void Weigh()
    {
        for (var cell = 0; cell < _governing.Length; cell++)
            _governing[cell] = Strictest(cell);
    }

    private int Strictest(int cell)
    {
        var best = -1;
        foreach (var target in _map.TargetsInCell[cell])
            if (_open[target] && (best < 0 || StandardCompiler.CompareStrictness(_map.TargetStandards[target].Rule, _map.TargetStandards[best].Rule) < 0))
                best = target;
        return best;
    }
}
