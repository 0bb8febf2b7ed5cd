using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents;

namespace CityGuard.Abstractions.GridEvents;

/// <summary>Hands a ticket over to 110 (转办): it ends and goes on as an incident.</summary>
/// <param name="Type">Type of the incident.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="Why">Why, 1 to 500 characters; no names of private persons.</param>
/// <param name="Location">Where, when that is known better by now; null: as reported.</param>
/// <param name="IfVersion">Version of the ticket that the person saw; null: does not care.</param>
/// <param name="Command">Id of the command, at most 64 characters: a repeat answers the same ids and changes nothing.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.TransferTo110Command")]
public sealed record TransferTo110Command(
    [property: Id(0)] string Type, [property: Id(1)] IncidentSeverity Severity, [property: Id(2)] string Why, [property: Id(3)] Location? Location = null,
    [property: Id(4)] long? IfVersion = null, [property: Id(5)] string? Command = null);

/// <summary>Hands an incident over to 12345 (转办): its crews are given back, it closes and goes on as a ticket, collected by whoever hands it over.</summary>
/// <param name="Category">Category of the ticket.</param>
/// <param name="Why">Why, 1 to 500 characters; no names of private persons.</param>
/// <param name="IfVersion">Version of the incident that the person saw; null: does not care.</param>
/// <param name="Command">Id of the command, at most 64 characters: a repeat answers the same ids and changes nothing.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.TransferTo12345Command")]
public sealed record TransferTo12345Command(
    [property: Id(0)] string Category, [property: Id(1)] string Why, [property: Id(2)] long? IfVersion = null, [property: Id(3)] string? Command = null);

/// <summary>What became of a hand-over: it is durable when answered.</summary>
/// <param name="Event">The ticket.</param>
/// <param name="Incident">The incident.</param>
/// <param name="IsOpen">True: the other side has opened it. False: it does as soon as it can; nothing need be asked again.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.TransferReceipt")]
public sealed record TransferReceipt([property: Id(0)] GridEventId Event, [property: Id(1)] IncidentId Incident, [property: Id(2)] bool IsOpen);

/// <summary>The incidents of a ticket.</summary>
/// <param name="From">The incident that became it; null: none.</param>
/// <param name="To">The incident that it became; null: none.</param>
/// <param name="IsTaken">True once it is known that 110 has opened that one.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.GridEventLinks")]
public sealed record GridEventLinks([property: Id(0)] IncidentId? From, [property: Id(1)] IncidentId? To, [property: Id(2)] bool IsTaken);

/// <summary>The tickets of an incident.</summary>
/// <param name="From">The ticket that became it; null: none.</param>
/// <param name="To">The ticket that it became; null: none.</param>
/// <param name="IsTaken">True once it is known that 12345 has opened that one.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.IncidentLinks")]
public sealed record IncidentLinks([property: Id(0)] GridEventId? From, [property: Id(1)] GridEventId? To, [property: Id(2)] bool IsTaken);
