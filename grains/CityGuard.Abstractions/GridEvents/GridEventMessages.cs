using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.GridEvents.Events;

namespace CityGuard.Abstractions.GridEvents;

/// <summary>A report of a grid event or ticket; the same (source, sourceId) is the same event.</summary>
/// <param name="Source">Who sends it, 1 to 100 characters.</param>
/// <param name="SourceId">The sender's own id of it, 1 to 200 characters.</param>
/// <param name="Category">Key of a category.</param>
/// <param name="Location">Where.</param>
/// <param name="OccurredAt">When it was seen; null: not said.</param>
/// <param name="Channel">By which channel; null: another system.</param>
/// <param name="Collector">The responder who collected it; null: the caller did.</param>
/// <param name="Description">Free text, at most 4,000 characters. To the vault.</param>
/// <param name="CallerPhone">At most 40 characters. To the vault.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.GridEventReport")]
public sealed record GridEventReport(
    [property: Id(0)] string Source,
    [property: Id(1)] string SourceId,
    [property: Id(2)] string Category,
    [property: Id(3)] Location Location,
    [property: Id(4)] DateTimeOffset? OccurredAt = null,
    [property: Id(5)] string? Channel = null,
    [property: Id(6)] string? Collector = null,
    [property: Id(7)] string? Description = null,
    [property: Id(8)] string? CallerPhone = null)
{
    /// <inheritdoc/>
    public override string ToString() => $"GridEventReport {{ {Source}/{SourceId} }}";
}

/// <summary>What became of a report.</summary>
/// <param name="Id">The event.</param>
/// <param name="Created">True when this report opened it.</param>
/// <param name="Version">Version of its stream.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.GridEventReceipt")]
public sealed record GridEventReceipt([property: Id(0)] GridEventId Id, [property: Id(1)] bool Created, [property: Id(2)] long Version);

/// <summary>A command that needs no more than a note.</summary>
/// <param name="Why">Note, at most 500 characters; no names of private persons.</param>
/// <param name="IfVersion">Refuse with conflict when the event has moved on; null: do not care.</param>
/// <param name="Command">Id of the command; sent again, it answers as before and changes nothing.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.EventCommand")]
public sealed record EventCommand([property: Id(0)] string? Why = null, [property: Id(1)] long? IfVersion = null, [property: Id(2)] string? Command = null);

/// <summary>Takes an event on.</summary>
/// <param name="Category">Puts the category right; null: it is right.</param>
/// <param name="Why">See <see cref="EventCommand"/>.</param>
/// <param name="IfVersion">See <see cref="EventCommand"/>.</param>
/// <param name="Command">See <see cref="EventCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.RegisterEventCommand")]
public sealed record RegisterEventCommand(
    [property: Id(0)] string? Category = null, [property: Id(1)] string? Why = null, [property: Id(2)] long? IfVersion = null, [property: Id(3)] string? Command = null);

/// <summary>Assigns an event. At most one of the three is said; none: the department that its category usually goes to.</summary>
/// <param name="Responder">A responder.</param>
/// <param name="Person">A person, by name.</param>
/// <param name="Department">A department, by key.</param>
/// <param name="Why">See <see cref="EventCommand"/>.</param>
/// <param name="IfVersion">See <see cref="EventCommand"/>.</param>
/// <param name="Command">See <see cref="EventCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.AssignEventCommand")]
public sealed record AssignEventCommand(
    [property: Id(0)] string? Responder = null, [property: Id(1)] string? Person = null, [property: Id(2)] string? Department = null,
    [property: Id(3)] string? Why = null, [property: Id(4)] long? IfVersion = null, [property: Id(5)] string? Command = null);

/// <summary>Reports an event handled. The assignee is its handler; of a department, whoever reports.</summary>
/// <param name="Result">Key of a result.</param>
/// <param name="Why">See <see cref="EventCommand"/>.</param>
/// <param name="IfVersion">See <see cref="EventCommand"/>.</param>
/// <param name="Command">See <see cref="EventCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.HandledEventCommand")]
public sealed record HandledEventCommand(
    [property: Id(0)] string Result, [property: Id(1)] string? Why = null, [property: Id(2)] long? IfVersion = null, [property: Id(3)] string? Command = null);

/// <summary>A feedback check (反馈核查).</summary>
/// <param name="Passed">It is as the handler said.</param>
/// <param name="BackTo">Where it is not: to the same handler (default) or to be assigned anew.</param>
/// <param name="Checker">The responder who looked; null: the caller did.</param>
/// <param name="Why">The cause when it did not pass, 1 to 500 characters; else a note.</param>
/// <param name="IfVersion">See <see cref="EventCommand"/>.</param>
/// <param name="Command">See <see cref="EventCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.CheckEventCommand")]
public sealed record CheckEventCommand(
    [property: Id(0)] bool Passed, [property: Id(1)] CheckBack? BackTo = null, [property: Id(2)] string? Checker = null,
    [property: Id(3)] string? Why = null, [property: Id(4)] long? IfVersion = null, [property: Id(5)] string? Command = null);

/// <summary>Does not take an event on.</summary>
/// <param name="Reason">Key of a reason.</param>
/// <param name="Why">See <see cref="EventCommand"/>.</param>
/// <param name="IfVersion">See <see cref="EventCommand"/>.</param>
/// <param name="Command">See <see cref="EventCommand"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.RejectEventCommand")]
public sealed record RejectEventCommand(
    [property: Id(0)] string Reason, [property: Id(1)] string? Why = null, [property: Id(2)] long? IfVersion = null, [property: Id(3)] string? Command = null);
