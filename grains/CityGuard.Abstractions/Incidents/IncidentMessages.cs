using CityGuard.Domain.Areas;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;

namespace CityGuard.Abstractions.Incidents;

/// <summary>Where something happened: coordinates, or a target, or a cell; exactly one of the three.</summary>
/// <param name="Lat">Latitude, degrees.</param>
/// <param name="Lon">Longitude, degrees.</param>
/// <param name="Crs">Reference system of the coordinates: <c>WGS84</c> (default), <c>GCJ02</c>, <c>BD09</c>.</param>
/// <param name="Target">A key target.</param>
/// <param name="Cell">A cell.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Location")]
public sealed record Location(
    [property: Id(0)] double? Lat = null,
    [property: Id(1)] double? Lon = null,
    [property: Id(2)] string? Crs = null,
    [property: Id(3)] string? Target = null,
    [property: Id(4)] string? Cell = null);

/// <summary>A report of an incident as it comes in.</summary>
/// <param name="Source">Who sends; with <paramref name="SourceId"/> the duplicate key. 1 to 100 characters.</param>
/// <param name="SourceId">The sender's own id of this report. 1 to 200 characters.</param>
/// <param name="Type">Incident type key of the city.</param>
/// <param name="Severity">Severity.</param>
/// <param name="Location">Where.</param>
/// <param name="OccurredAt">When it happened, not later than now; null: now.</param>
/// <param name="Channel">By which channel: 110, 12345, patrol, gridWorker, sensor, crowdCounter, snapshot, online or other; null: not said, which counts as other.</param>
/// <param name="Description">Free text: personal data, goes to the vault. At most 4,000 characters.</param>
/// <param name="CallerPhone">Personal data, goes to the vault. At most 40 characters.</param>
/// <param name="Fatalities">How many have died, 0 or more; null: not said.</param>
/// <param name="Finder">The responder who found it, with channel patrol or gridWorker: it handles it at once if it is free.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.IncidentReport")]
public sealed record IncidentReport(
    [property: Id(0)] string Source,
    [property: Id(1)] string SourceId,
    [property: Id(2)] string Type,
    [property: Id(3)] IncidentSeverity Severity,
    [property: Id(4)] Location Location,
    [property: Id(5)] DateTimeOffset? OccurredAt = null,
    [property: Id(6)] string? Channel = null,
    [property: Id(7)] string? Description = null,
    [property: Id(8)] string? CallerPhone = null,
    [property: Id(40)] int? Fatalities = null,
    [property: Id(41)] string? Finder = null)
{
    /// <inheritdoc/>
    public override string ToString() => $"IncidentReport {{ {Source}/{SourceId} {Type} }}";
}

/// <summary>Receipt of a report: it is durable.</summary>
/// <param name="Id">The incident.</param>
/// <param name="Created">True when this report opened it; false when it was known already.</param>
/// <param name="Version">Version of the incident's stream.</param>
/// <param name="MergedInto">The incident that it is merged into; null: it is on its own.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ReportReceipt")]
public sealed record ReportReceipt([property: Id(0)] IncidentId Id, [property: Id(1)] bool Created, [property: Id(2)] long Version, [property: Id(85)] IncidentId? MergedInto = null);

/// <summary>Where an incident stands.</summary>
public enum IncidentState : byte
{
    /// <summary>Known, nobody granted yet.</summary>
    Open,

    /// <summary>At least one responder holds it.</summary>
    Dispatched,

    /// <summary>Every responder has cleared; waiting to be closed.</summary>
    Cleared,

    /// <summary>No new requests; releasing.</summary>
    Closing,

    /// <summary>Closed (办结).</summary>
    Closed,

    /// <summary>Cleared, and the handler has fed back (反馈).</summary>
    FedBack,

    /// <summary>Cleared, and somebody else has checked (回访核查).</summary>
    Checked,
}

/// <summary>The standard time points of an incident; null: not yet. VerifiedAt may follow others: what is grave is sent for before anybody vouches for it.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.IncidentTimes")]
public sealed record IncidentTimes(
    [property: Id(0)] DateTimeOffset OccurredAt,
    [property: Id(1)] DateTimeOffset ReceivedAt,
    [property: Id(2)] DateTimeOffset? DispatchedAt = null,
    [property: Id(3)] DateTimeOffset? AcceptedAt = null,
    [property: Id(4)] DateTimeOffset? EnRouteAt = null,
    [property: Id(5)] DateTimeOffset? OnSceneAt = null,
    [property: Id(6)] DateTimeOffset? ControlledAt = null,
    [property: Id(7)] DateTimeOffset? ClearedAt = null,
    [property: Id(8)] DateTimeOffset? ClosedAt = null,
    [property: Id(40)] DateTimeOffset? VerifiedAt = null,
    [property: Id(41)] DateTimeOffset? FedBackAt = null,
    [property: Id(42)] DateTimeOffset? CheckedAt = null);

/// <summary>State of one assignment of an incident.</summary>
public enum AssignmentState : byte
{
    /// <summary>Asked for, not answered yet.</summary>
    Requested,

    /// <summary>Held.</summary>
    Granted,

    /// <summary>Refused by the responder.</summary>
    Refused,

    /// <summary>Given back.</summary>
    Released,

    /// <summary>Taken: diverted to a graver incident, or freed by force.</summary>
    Lost,
}

/// <summary>One assignment with all its times.</summary>
/// <param name="From">The lesser incident that it was diverted from; null: it was free.</param>
/// <param name="LostTo">When lost: the graver incident that has it now; null: it was freed by force.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.AssignmentView")]
public sealed record AssignmentView(
    [property: Id(0)] OperationId Op,
    [property: Id(1)] ResponderId Responder,
    [property: Id(2)] string Role,
    [property: Id(3)] AssignmentState State,
    [property: Id(4)] long Epoch,
    [property: Id(5)] string? Reason,
    [property: Id(6)] DateTimeOffset RequestedAt,
    [property: Id(7)] DateTimeOffset? GrantedAt,
    [property: Id(8)] DateTimeOffset? AcceptedAt,
    [property: Id(9)] DateTimeOffset? EnRouteAt,
    [property: Id(10)] DateTimeOffset? OnSceneAt,
    [property: Id(11)] DateTimeOffset? ControlledAt,
    [property: Id(12)] DateTimeOffset? ClearedAt,
    [property: Id(13)] DateTimeOffset? ReleasedAt,
    [property: Id(14)] ReceiptView? Receipt = null,
    [property: Id(20)] IncidentId? From = null,
    [property: Id(21)] IncidentId? LostTo = null);

/// <summary>A candidate that was considered, and what was said of it.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.CandidateView")]
public sealed record CandidateView(
    [property: Id(0)] ResponderId Responder,
    [property: Id(1)] string Kind,
    [property: Id(2)] double? Seconds,
    [property: Id(3)] string Verdict);

/// <summary>One decision in the log: what was wanted, who was considered, who was chosen and why the others were not.</summary>
/// <param name="Mode">How much went by itself.</param>
/// <param name="Word">What an area said, where that is why a person is asked; null: nobody is, or the plan alone asks for one.</param>
/// <param name="Reach">How far away was looked.</param>
/// <param name="Plan">The response plan that it followed.</param>
/// <param name="PlanVersion">Version of the text of that plan; null: not recorded.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.DecisionView")]
public sealed record DecisionView(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] string Role,
    [property: Id(2)] string Cause,
    [property: Id(3)] IReadOnlyList<ResponderId> Chosen,
    [property: Id(4)] IReadOnlyList<CandidateView> Nearest,
    [property: Id(5)] IReadOnlyDictionary<string, int> Counts,
    [property: Id(80)] DispatchMode Mode = DispatchMode.Automatic,
    [property: Id(81)] ModeWord? Word = null,
    [property: Id(110)] Reach Reach = Reach.Ring,
    [property: Id(111)] string? Plan = null,
    [property: Id(112)] int? PlanVersion = null);

/// <summary>An incident as a person or an integration sees it. Personal data is only there for who may see it.</summary>
/// <param name="MergedInto">The older incident that it is merged into; null: it is on its own.</param>
/// <param name="Merged">Those that are merged into it.</param>
/// <param name="Partners">Neighbour cities that were asked for forces; null: none.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.IncidentView")]
public sealed record IncidentView(
    [property: Id(0)] IncidentId Id,
    [property: Id(1)] long Version,
    [property: Id(2)] IncidentState State,
    [property: Id(3)] string Type,
    [property: Id(4)] IncidentSeverity Severity,
    [property: Id(5)] GeoPoint Place,
    [property: Id(6)] CellId Cell,
    [property: Id(7)] AreaId Sector,
    [property: Id(8)] TargetId? Target,
    [property: Id(9)] IncidentTimes Times,
    [property: Id(10)] string? Plan,
    [property: Id(11)] string? Desk,
    [property: Id(12)] IReadOnlyList<AssignmentView> Assignments,
    [property: Id(13)] IReadOnlyList<DecisionView> Decisions,
    [property: Id(14)] string? Description = null,
    [property: Id(15)] string? CallerPhone = null,
    [property: Id(16)] IncidentIntervals? Intervals = null,
    [property: Id(40)] CaseView? Case = null,
    [property: Id(30)] IReadOnlyList<RoleView>? Roles = null,
    [property: Id(31)] IReadOnlyList<ClockView>? Clocks = null,
    [property: Id(90)] GridEvents.IncidentLinks? Links = null,
    [property: Id(85)] IncidentId? MergedInto = null,
    [property: Id(86)] IReadOnlyList<MergedView>? Merged = null,
    [property: Id(100)] IReadOnlyList<SupplyView>? Supplies = null,
    [property: Id(110)] IReadOnlyList<PartnerView>? Partners = null);

/// <summary>One line of a list of open incidents.</summary>
/// <param name="Due">The next clock or promise of its plan, in the past when it is late; null: nothing is due.</param>
/// <param name="Target">The key target of the place, when it is one.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.IncidentLine")]
public sealed record IncidentLine(
    [property: Id(0)] IncidentId Id,
    [property: Id(1)] string Type,
    [property: Id(2)] IncidentSeverity Severity,
    [property: Id(3)] IncidentState State,
    [property: Id(4)] GeoPoint Place,
    [property: Id(5)] AreaId Sector,
    [property: Id(6)] DateTimeOffset ReceivedAt,
    [property: Id(7)] bool Late,
    [property: Id(8)] IReadOnlyList<ResponderId> Responders,
    [property: Id(40)] bool Unverified = false,
    [property: Id(41)] IReadOnlyList<EscalationLine>? Climbing = null,
    [property: Id(80)] DateTimeOffset? Due = null,
    [property: Id(81)] TargetId? Target = null);
