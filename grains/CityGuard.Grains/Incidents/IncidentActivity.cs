using CityGuard.Abstractions.Feed;
using CityGuard.Abstractions.Incidents;

namespace CityGuard.Grains.Incidents;

/// <summary>
/// On stream <c>activity</c>, keyed by sector: how this incident stood at a version of its stream. A hint: one that is lost is told
/// again when the sector's sweep asks.
/// </summary>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.IncidentActivity")]
internal sealed record IncidentActivity([property: Id(0)] IncidentLine Line, [property: Id(1)] IncidentDelta Shown, [property: Id(2)] long Version,
    [property: Id(60)] DateTimeOffset? ClosedAt = null);
