using CityGuard.Domain.Incidents;

namespace CityGuard.Domain.Areas.Counters;

/// <summary>How a call stands, as far as counters ask. What has once been so stays so: it may be told any number of times, in any order.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Type">Its type.</param>
/// <param name="ReceivedAt">When the city received it: that day's book counts it for ever.</param>
/// <param name="Late">A step of it was late.</param>
/// <param name="ClosedAt">When it was closed; null: it was not.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.CallStanding")]
public sealed record CallStanding(
    [property: Id(0)] IncidentId Incident,
    [property: Id(1)] string Type,
    [property: Id(2)] DateTimeOffset ReceivedAt,
    [property: Id(3)] bool Late,
    [property: Id(4)] DateTimeOffset? ClosedAt);
