using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;

namespace CityGuard.Grains.Sectors;

/// <summary>The lines of a sector's open incidents, as the incidents told them.</summary>
internal sealed class OpenIncidents
{
    private readonly Dictionary<IncidentId, Line> _lines = [];

    private sealed record Line(IncidentLine Shown, long Version, int Cell, DateTimeOffset ToldAt);

    /// <summary>Cell of each (-1: outside the city) and whether it is late.</summary>
    public IEnumerable<(int Cell, bool Late)> Places => _lines.Values.Select(l => (l.Cell, l.Shown.Late));

    public IReadOnlyList<IncidentLine> Lines => [.. _lines.Values.Select(l => l.Shown)];

    public int CountIn(int cell) => _lines.Values.Count(l => l.Cell == cell);

    /// <summary>False when a later version has been told already.</summary>
    public bool Tell(IncidentLine line, long version, int cell, DateTimeOffset now)
    {
        if (_lines.TryGetValue(line.Id, out var known) && known.Version > version)
            return false;
        if (line.State == IncidentState.Closed)
            _lines.Remove(line.Id);
        else
            _lines[line.Id] = new Line(line, version, cell, now);
        return true;
    }

    /// <summary>True when an incident has spoken since then.</summary>
    public bool HasSpoken(IncidentId incident, DateTimeOffset since) => _lines.TryGetValue(incident, out var line) && line.ToldAt >= since;

    /// <summary>Drops what the journal no longer lists as open and that has not spoken since it was asked; names what was dropped.</summary>
    public IReadOnlyList<IncidentId> KeepOnly(IReadOnlySet<string> open, DateTimeOffset askedAt)
    {
        IncidentId[] over = [.. _lines.Where(l => !open.Contains(l.Key.Value) && l.Value.ToldAt < askedAt).Select(l => l.Key)];
        foreach (var id in over)
            _lines.Remove(id);
        return over;
    }
}
