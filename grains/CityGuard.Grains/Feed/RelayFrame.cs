using CityGuard.Abstractions.Feed;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;

namespace CityGuard.Grains.Feed;

/// <summary>What a silo knows of the live picture, and what of it changed since the last frame. Not thread-safe.</summary>
internal sealed class RelayFrame(int responders, int cells, int targets)
{
    private readonly PositionDelta[] _positions = new PositionDelta[responders];
    private readonly LevelDelta[] _cells = new LevelDelta[cells], _targets = new LevelDelta[targets];
    private readonly bool[] _hasPosition = new bool[responders], _hasCell = new bool[cells], _hasTarget = new bool[targets];
    private readonly Dictionary<IncidentId, IncidentDelta> _open = [], _changed = [];
    private readonly HashSet<int> _moved = [], _cellsChanged = [], _targetsChanged = [];

    public bool HasChanges => _moved.Count + _cellsChanged.Count + _targetsChanged.Count + _changed.Count > 0;

    public void Position(int responder, GeoPoint position, ResponderStatus status, DateTimeOffset? at, DateTimeOffset countsUntil)
    {
        _positions[responder] = new PositionDelta(responder, position, status, at?.ToUnixTimeMilliseconds(), countsUntil.ToUnixTimeMilliseconds());
        _hasPosition[responder] = true;
        _moved.Add(responder);
    }

    public void Cell(int cell, ReadinessLevel level) => Level(cell, level, _cells, _hasCell, _cellsChanged);

    public void Target(int target, ReadinessLevel level) => Level(target, level, _targets, _hasTarget, _targetsChanged);

    public void Incident(IncidentDelta incident)
    {
        _changed[incident.Id] = incident;
        if (incident.Open)
            _open[incident.Id] = incident;
        else
            _open.Remove(incident.Id);
    }

    /// <summary>What changed since the last call.</summary>
    public FeedFrame Changes(string source, long seq, DateTimeOffset at)
    {
        var frame = new FeedFrame(
            source, seq, false, at,
            [.. _moved.Select(r => _positions[r])], [.. _cellsChanged.Select(c => _cells[c])], [.. _targetsChanged.Select(t => _targets[t])], [.. _changed.Values]);
        Forget();
        return frame;
    }

    /// <summary>Nobody saw the changes: the next viewer starts from a snapshot.</summary>
    public void Forget()
    {
        _moved.Clear();
        _cellsChanged.Clear();
        _targetsChanged.Clear();
        _changed.Clear();
    }

    public FeedFrame Snapshot(string source, long seq, DateTimeOffset at) => new(
        source, seq, true, at, Known(_positions, _hasPosition), Known(_cells, _hasCell), Known(_targets, _hasTarget), [.. _open.Values]);

    private static void Level(int index, ReadinessLevel level, LevelDelta[] levels, bool[] has, HashSet<int> changed)
    {
        if (has[index] && levels[index].Level == level)
            return;
        (levels[index], has[index]) = (new LevelDelta(index, level), true);
        changed.Add(index);
    }

    private static T[] Known<T>(T[] values, bool[] has) => [.. values.Where((_, i) => has[i])];
}
