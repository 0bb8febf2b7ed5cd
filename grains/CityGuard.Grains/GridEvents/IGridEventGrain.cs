using CityGuard.Abstractions;
using CityGuard.Abstractions.GridEvents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.GridEvents.Events;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using Orleans.Concurrency;

namespace CityGuard.Grains.GridEvents;

/// <summary>One grid event or ticket. Keyed by event id.</summary>
[Alias("CityGuard.Grains.IGridEventGrain")]
internal partial interface IGridEventGrain : IGrainWithStringKey
{
    /// <summary>Opens it, or answers as known. Durable when answered.</summary>
    [Alias("Report")]
    Task<Answer<GridEventReceipt>> Report(OpenGridEvent report);

    /// <summary>Carries out what a person commands. Durable when answered.</summary>
    [Alias("Carry")]
    Task<Answer<GridEventView>> Carry(GridEventOrder order);

    /// <summary>From its sector's sweep: wakes it, so that its clock runs.</summary>
    [Alias("TakeUp"), OneWay]
    Task TakeUp();

    [Alias("View"), AlwaysInterleave]
    Task<Answer<GridEventView>> View(bool personal);

    /// <summary>How it stands; null when it is not open.</summary>
    [Alias("Line"), AlwaysInterleave]
    Task<GridEventLine?> Line();

    /// <summary>The sector it lies in; null when there is no such event.</summary>
    [Alias("Where"), AlwaysInterleave]
    Task<AreaId?> Where();
}

/// <summary>A report that Front has validated and located.</summary>
/// <param name="Cell">Cell (city index).</param>
/// <param name="Target">Target (city index) or -1.</param>
/// <param name="Personal">Never journaled, never logged; null when there is none.</param>
/// <param name="LinkedTo">The incident that becomes it; null: none.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.OpenGridEvent")]
internal sealed record OpenGridEvent(
    [property: Id(0)] string Source,
    [property: Id(1)] string SourceId,
    [property: Id(2)] string Category,
    [property: Id(3)] GeoPoint Place,
    [property: Id(4)] int Cell,
    [property: Id(5)] int Target,
    [property: Id(6)] DateTimeOffset? OccurredAt,
    [property: Id(7)] DateTimeOffset ReceivedAt,
    [property: Id(8)] string? Channel,
    [property: Id(9)] Who Collector,
    [property: Id(10)] PersonalData? Personal,
    [property: Id(90)] IncidentId? LinkedTo = null);

/// <summary>Who gives a command, as Front has verified.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.Who")]
internal sealed record Who([property: Id(0)] string Name, [property: Id(1)] bool IsPerson, [property: Id(2)] string? Responder)
{
    public Actor ToActor() => new(Name, IsPerson, Responder is { } id ? Domain.Responders.ResponderId.Parse(id) : null);
}

/// <summary>What a person commands.</summary>
internal enum GridEventVerb : byte
{
    Register,
    Assign,
    Accept,
    Handle,
    Check,
    Evaluate,
    Reject,
    Withdraw,
}

/// <summary>A command as Front has verified it.</summary>
/// <param name="Key">Category, result or reason, as the verb wants.</param>
/// <param name="To">Whom it is assigned to; null: as its category says.</param>
/// <param name="Passed">Of a check.</param>
/// <param name="BackTo">Of a check that did not pass.</param>
/// <param name="Personal">The caller may read personal data.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.GridEventOrder")]
internal sealed record GridEventOrder(
    [property: Id(0)] GridEventVerb Verb,
    [property: Id(1)] Who By,
    [property: Id(2)] string? Why,
    [property: Id(3)] long? IfVersion,
    [property: Id(4)] string Command,
    [property: Id(5)] bool Personal,
    [property: Id(6)] string? Key = null,
    [property: Id(7)] Assignee? To = null,
    [property: Id(8)] bool Passed = false,
    [property: Id(9)] CheckBack? BackTo = null);
