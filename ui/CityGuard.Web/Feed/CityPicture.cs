using CityGuard.Abstractions.Feed;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Readiness;
using CityGuard.Web.Map;

namespace CityGuard.Web.Feed;

/// <summary>The whole city as the relays tell it, merged. Not safe for concurrent use: the hub holds a lock.</summary>
internal sealed class CityPicture(int responders, int cells, int targets)
{
    private readonly Column<PositionMark> _positions = new(responders);
    private readonly Column<LevelMark> _cells = new(cells);
    private readonly Column<LevelMark> _targets = new(targets);
    private readonly Dictionary<IncidentId, (IncidentMark Mark, int Owner)> _incidents = [];
    private readonly Dictionary<IncidentId, IncidentMark> _changedIncidents = [];
    private uint _seq;

    public void Apply(int relay, FeedFrame frame)
    {
        if (frame.Snapshot)
            StartOver(relay, frame);
        foreach (var p in frame.Positions)
            _positions.Set(
                p.Responder,
                new PositionMark(p.Responder, ShapeWriter.Quantise(p.Position.Lon), ShapeWriter.Quantise(p.Position.Lat), Seconds(p.CountsUntilUnixMs), (byte)p.Status),
                relay);
        foreach (var c in frame.Cells)
            _cells.Set(c.Index, new LevelMark(c.Index, (byte)c.Level), relay);
        foreach (var t in frame.Targets)
            _targets.Set(t.Index, new LevelMark(t.Index, (byte)t.Level), relay);
        foreach (var incident in frame.Incidents)
            Apply(relay, incident);
    }

    /// <summary>A relay fell silent: what only it knew is unknown from now on. Incidents stay, they are journaled facts.</summary>
    public void Silence(int relay)
    {
        _positions.Disown(relay, p => p with { Status = PositionMark.Unknown });
        _cells.Disown(relay, c => c with { Level = (byte)ReadinessLevel.Unknown });
        _targets.Disown(relay, t => t with { Level = (byte)ReadinessLevel.Unknown });
    }

    /// <summary>A relay is gone for good: its incidents are told by whoever woke them since, or are no longer shown.</summary>
    public void Forget(int relay)
    {
        Silence(relay);
        DropIncidents(relay, keep: []);
    }

    public CityChange TakeChange(DateTimeOffset at, int silentRelays)
    {
        List<IncidentMark> incidents = [.. _changedIncidents.Values];
        _changedIncidents.Clear();
        return new CityChange(
            ++_seq,
            Snapshot: false,
            at,
            silentRelays,
            _positions.TakeChanges().ConvertAll(i => _positions[i]),
            _cells.TakeChanges().ConvertAll(i => _cells[i]),
            _targets.TakeChanges().ConvertAll(i => _targets[i]),
            incidents);
    }

    /// <summary>Everything known, as of the last <see cref="TakeChange"/>; the next change follows it without a gap.</summary>
    public CityChange Everything(DateTimeOffset at, int silentRelays) => new(
        _seq,
        Snapshot: true,
        at,
        silentRelays,
        Known(_positions, responders),
        Known(_cells, cells),
        Known(_targets, targets),
        [.. _incidents.Values.Select(i => i.Mark)]);

    /// <summary>Whole seconds, rounded down: the map drops nobody later than the boards do.</summary>
    private static uint Seconds(long unixMs) => (uint)Math.Clamp(unixMs / 1000, 0, uint.MaxValue);

    private static List<T> Known<T>(Column<T> column, int length)
        where T : struct, IEquatable<T>
        => [.. Enumerable.Range(0, length).Where(column.IsKnown).Select(i => column[i])];

    private void StartOver(int relay, FeedFrame snapshot)
    {
        Silence(relay);
        DropIncidents(relay, keep: [.. snapshot.Incidents.Where(i => i.Open).Select(i => i.Id)]);
    }

    private void Apply(int relay, in IncidentDelta delta)
    {
        var mark = new IncidentMark(delta.Id.Value, delta.Place.Lon, delta.Place.Lat, delta.Type, (byte)delta.Severity, delta.Open, delta.ReceivedAtUnixMs);
        if (delta.Open)
            _incidents[delta.Id] = (mark, relay);
        else
            _incidents.Remove(delta.Id);
        _changedIncidents[delta.Id] = mark;
    }

    private void DropIncidents(int relay, HashSet<IncidentId> keep)
    {
        foreach (var (id, (mark, _)) in _incidents.Where(i => i.Value.Owner == relay && !keep.Contains(i.Key)).ToList())
        {
            _incidents.Remove(id);
            _changedIncidents[id] = mark with { Open = false };
        }
    }
}
