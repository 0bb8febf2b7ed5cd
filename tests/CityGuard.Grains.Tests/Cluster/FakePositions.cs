using System.Collections.Concurrent;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;

namespace CityGuard.Grains.Tests.Cluster;

internal sealed class FakePositions : IPositionStore
{
    private readonly ConcurrentDictionary<ResponderId, PositionFix> _kept = new();

    public PositionFix? Last(ResponderId responder) => _kept.TryGetValue(responder, out var fix) ? fix : null;

    public void Checkpoint(ResponderId responder, PositionFix fix) => _kept[responder] = fix;
}
