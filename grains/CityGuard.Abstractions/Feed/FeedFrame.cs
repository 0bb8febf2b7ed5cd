using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;

namespace CityGuard.Abstractions.Feed;

/// <summary>
/// What changed on one silo in one tick (200 ms), or everything that silo knows when <see cref="Snapshot"/>.
/// Indexes are those of the city package, which all processes share by hash.
/// </summary>
/// <param name="Source">Relay incarnation: a new one means start over with its snapshot.</param>
/// <param name="Seq">Counts up by one per frame; a gap means: ask for a snapshot.</param>
/// <param name="Snapshot">Everything, not a change.</param>
/// <param name="At">When the frame was made.</param>
/// <param name="Positions">Latest position per responder.</param>
/// <param name="Cells">Cells whose level changed.</param>
/// <param name="Targets">Targets whose level changed.</param>
/// <param name="Incidents">Incidents that changed.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.FeedFrame")]
public sealed record FeedFrame(
    [property: Id(0)] string Source,
    [property: Id(1)] long Seq,
    [property: Id(2)] bool Snapshot,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] PositionDelta[] Positions,
    [property: Id(5)] LevelDelta[] Cells,
    [property: Id(6)] LevelDelta[] Targets,
    [property: Id(7)] IncidentDelta[] Incidents);

/// <summary>A responder moved, changed status, or counts for longer.</summary>
/// <param name="Responder">Index in the city package.</param>
/// <param name="Position">Where it is, as far as is known.</param>
/// <param name="Status">What it does.</param>
/// <param name="PositionAtUnixMs">When the position was measured; null: never, it is its post.</param>
/// <param name="CountsUntilUnixMs">From this moment on its position is stale, or a sign-in or check has lapsed: it is not counted any more.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.PositionDelta")]
public readonly record struct PositionDelta(
    [property: Id(0)] int Responder,
    [property: Id(1)] GeoPoint Position,
    [property: Id(2)] ResponderStatus Status,
    [property: Id(3)] long? PositionAtUnixMs,
    [property: Id(80)] long CountsUntilUnixMs);

/// <summary>A cell or target changed level.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.LevelDelta")]
public readonly record struct LevelDelta([property: Id(0)] int Index, [property: Id(1)] ReadinessLevel Level);

/// <summary>An incident opened, changed or closed.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.IncidentDelta")]
public readonly record struct IncidentDelta(
    [property: Id(0)] IncidentId Id,
    [property: Id(1)] GeoPoint Place,
    [property: Id(2)] string Type,
    [property: Id(3)] IncidentSeverity Severity,
    [property: Id(4)] bool Open,
    [property: Id(5)] long ReceivedAtUnixMs);
