using CityGuard.Domain.Targets;

namespace CityGuard.Domain.Plans;

/// <summary>From when the clock of a role counts.</summary>
public enum ClockStart : byte
{
    /// <summary>From the request for a responder: what the crew can keep.</summary>
    Request,

    /// <summary>From the receipt of the report: what the caller is promised.</summary>
    Receipt,
}

/// <summary>One role that a plan asks to be filled.</summary>
/// <param name="Role">Role key, e.g. <c>first</c>, <c>primary</c>, <c>backup</c>.</param>
/// <param name="Kinds">Kinds that may fill it, empty: any.</param>
/// <param name="Capabilities">Capabilities that it needs.</param>
/// <param name="Count">How many responders.</param>
/// <param name="WithinSeconds">Its clock: on scene within so many seconds of <paramref name="Since"/>; null: as soon as possible.</param>
/// <param name="Since">From when its clock counts.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.PlanRole")]
public sealed record PlanRole(
    [property: Id(0)] string Role,
    [property: Id(1)] IReadOnlyList<string> Kinds,
    [property: Id(2)] IReadOnlyList<string> Capabilities,
    [property: Id(3)] int Count,
    [property: Id(4)] int? WithinSeconds,
    [property: Id(5)] ClockStart Since = ClockStart.Request);

/// <summary>A response plan (预案) as data; the most specific match wins.</summary>
/// <param name="Id">Key.</param>
/// <param name="Types">Incident types it is for; empty: all.</param>
/// <param name="Severities">Severities it is for; empty: all.</param>
/// <param name="Trades">Target trades it is for; empty: any place.</param>
/// <param name="Roles">Roles; empty: nobody is sent, a desk handles it.</param>
/// <param name="Desk">The desk that handles it when nobody is sent (e.g. <c>anti-fraud</c>), else null.</param>
/// <param name="Version">Version of this plan's text, from 1.</param>
/// <param name="Grades">Grades of key target it is for; empty: any place.</param>
/// <param name="DutyLevels">Duty levels (勤务等级) it is for, by key; empty: all.</param>
/// <param name="Mode">How much of it goes by itself; an area may ask for more of a person, never for less.</param>
/// <param name="OnUnconfirmed">What becomes of a recommendation that nobody confirms in time.</param>
/// <param name="Clocks">Its clocks.</param>
/// <param name="Closing">What must have happened before it closes.</param>
/// <param name="Post">True: it opens a command post by itself.</param>
/// <param name="Checklist">What the command post ticks off.</param>
/// <param name="Supplies">Supplies and equipment that it draws from the stocks of the area.</param>
/// <param name="VerifyFirst">True: a low or medium report that nobody vouches for is verified before anybody is sent.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ResponsePlan")]
public sealed record ResponsePlan(
    [property: Id(0)] string Id,
    [property: Id(1)] IReadOnlyList<string> Types,
    [property: Id(2)] IReadOnlyList<Incidents.IncidentSeverity> Severities,
    [property: Id(3)] IReadOnlyList<string> Trades,
    [property: Id(4)] IReadOnlyList<PlanRole> Roles,
    [property: Id(5)] string? Desk,
    [property: Id(6)] int Version = 1,
    IReadOnlyList<TargetGrade>? Grades = null,
    IReadOnlyList<string>? DutyLevels = null,
    [property: Id(9)] DispatchMode Mode = DispatchMode.Automatic,
    [property: Id(10)] OnUnconfirmed OnUnconfirmed = OnUnconfirmed.Send,
    PlanClocks? Clocks = null,
    [property: Id(12)] ClosingRule Closing = ClosingRule.OnCleared,
    [property: Id(13)] bool Post = false,
    IReadOnlyList<ChecklistItem>? Checklist = null,
    IReadOnlyList<PlannedSupply>? Supplies = null,
    [property: Id(40)] bool VerifyFirst = false)
{
    /// <summary>Grades of key target it is for; empty: any place.</summary>
    [Id(7)]
    public IReadOnlyList<TargetGrade> Grades { get; init; } = Grades ?? [];

    /// <summary>Duty levels (勤务等级) it is for, by key; empty: all.</summary>
    [Id(8)]
    public IReadOnlyList<string> DutyLevels { get; init; } = DutyLevels ?? [];

    /// <summary>Its clocks.</summary>
    [Id(11)]
    public PlanClocks Clocks { get; init; } = Clocks ?? PlanClocks.Default;

    /// <summary>What the command post ticks off.</summary>
    [Id(14)]
    public IReadOnlyList<ChecklistItem> Checklist { get; init; } = Checklist ?? [];

    /// <summary>Supplies and equipment that it draws from the stocks of the area.</summary>
    [Id(15)]
    public IReadOnlyList<PlannedSupply> Supplies { get; init; } = Supplies ?? [];
}
