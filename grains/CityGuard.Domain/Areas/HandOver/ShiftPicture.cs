using CityGuard.Domain.Incidents;

namespace CityGuard.Domain.Areas.HandOver;

/// <summary>How an area stood when a sheet was made.</summary>
/// <param name="Open">Open incidents that are known, those that hang longest first, at most 200.</param>
/// <param name="OpenCount">How many are open; null: no board of the area said so.</param>
/// <param name="LateCount">Of which late; null: no board of the area said so.</param>
/// <param name="OnDuty">Strength by kind.</param>
/// <param name="Silent">Sectors that are not in these figures, because their boards did not know yet or did not answer.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ShiftPicture")]
public sealed record ShiftPicture(
    [property: Id(0)] IReadOnlyList<HangingIncident> Open,
    [property: Id(1)] int? OpenCount,
    [property: Id(2)] int? LateCount,
    [property: Id(3)] IReadOnlyList<ShiftStrength> OnDuty,
    [property: Id(4)] IReadOnlyList<AreaId> Silent);

/// <summary>An incident that the next shift takes over.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Type">Its type.</param>
/// <param name="ReceivedAt">Since when.</param>
/// <param name="Late">A step of it is late.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.HangingIncident")]
public sealed record HangingIncident(
    [property: Id(0)] IncidentId Incident,
    [property: Id(1)] string Type,
    [property: Id(2)] DateTimeOffset ReceivedAt,
    [property: Id(3)] bool Late);

/// <summary>Planned against actual strength (应到、实到) of one kind.</summary>
/// <param name="Kind">Kind key.</param>
/// <param name="Planned">How many should be there.</param>
/// <param name="Actual">How many were known to be there.</param>
/// <param name="Unknown">Of how many nothing was known: with any of these the actual strength is a lower bound.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ShiftStrength")]
public sealed record ShiftStrength(
    [property: Id(0)] string Kind,
    [property: Id(1)] int Planned,
    [property: Id(2)] int Actual,
    [property: Id(3)] int Unknown);
