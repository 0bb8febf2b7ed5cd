using CityGuard.Domain.Geography;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Journal;

/// <summary>Last known positions, beside the journal: written in batches, may lose the last half minute, never slows anyone down.</summary>
public interface IPositionStore
{
    /// <summary>The last position kept, with its true time; null when there is none. Answers from memory.</summary>
    PositionFix? Last(ResponderId responder);

    /// <summary>Keeps a position, soon.</summary>
    void Checkpoint(ResponderId responder, PositionFix fix);
}

/// <summary>A position and when it was measured.</summary>
public readonly record struct PositionFix(GeoPoint Position, DateTimeOffset At);
