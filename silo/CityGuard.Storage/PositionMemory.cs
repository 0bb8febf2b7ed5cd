using System.Collections.Concurrent;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;

namespace CityGuard.Storage;

/// <summary>The half of a position store that answers: all last positions, and which of them are still to be written.</summary>
internal sealed class PositionMemory
{
    private readonly ConcurrentDictionary<ResponderId, PositionFix> _last = new();
    private readonly ConcurrentDictionary<ResponderId, PositionFix> _unwritten = new();

    public PositionFix? Last(ResponderId responder) => _last.TryGetValue(responder, out var fix) ? fix : null;

    public void Keep(ResponderId responder, PositionFix fix)
    {
        _last[responder] = fix;
        _unwritten[responder] = fix;
    }

    /// <summary>What was read from the store; it takes nothing newer away.</summary>
    public void Learn(ResponderId responder, PositionFix fix)
        => _last.AddOrUpdate(responder, fix, (_, known) => fix.At > known.At ? fix : known);

    public KeyValuePair<ResponderId, PositionFix>[] Unwritten() => [.. _unwritten];

    /// <summary>They are in the store; what changed meanwhile stays to be written.</summary>
    public void Wrote(IEnumerable<KeyValuePair<ResponderId, PositionFix>> fixes)
    {
        foreach (var fix in fixes)
            _unwritten.TryRemove(fix);
    }
}
