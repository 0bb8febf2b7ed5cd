using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.GridEvents.Events;
using CityGuard.Domain.Targets;

namespace CityGuard.Abstractions.GridEvents;

/// <summary>An open event in a list.</summary>
/// <param name="Id">The event.</param>
/// <param name="Category">Key of its category.</param>
/// <param name="Step">The last step that was taken.</param>
/// <param name="WaitsFor">What it waits for: <c>register</c>, <c>assign</c>, <c>accept</c>, <c>handle</c>, <c>check</c>, <c>evaluate</c>; null: nothing.</param>
/// <param name="Place">Where.</param>
/// <param name="Sector">The sector it lies in.</param>
/// <param name="ReceivedAt">When the city received it.</param>
/// <param name="Due">When that is due; null: as long as it takes.</param>
/// <param name="IsLate">The due time has passed.</param>
/// <param name="Assignee">Responder, person or department; null: nobody yet.</param>
/// <param name="Told">The highest level that was told that it is late; null: none.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.GridEventLine")]
public sealed record GridEventLine(
    [property: Id(0)] GridEventId Id,
    [property: Id(1)] string Category,
    [property: Id(2)] string Step,
    [property: Id(3)] string? WaitsFor,
    [property: Id(4)] GeoPoint Place,
    [property: Id(5)] AreaId Sector,
    [property: Id(6)] DateTimeOffset ReceivedAt,
    [property: Id(7)] DateTimeOffset? Due,
    [property: Id(8)] bool IsLate,
    [property: Id(9)] Assignee? Assignee,
    [property: Id(10)] AreaId? Told);

/// <summary>An event.</summary>
/// <param name="Version">Version of its stream.</param>
/// <param name="Line">How it stands.</param>
/// <param name="Cell">Cell of the place.</param>
/// <param name="Target">Key target of the place, when it is one.</param>
/// <param name="Collector">Who collected it.</param>
/// <param name="Handler">Who handled it last; null: nobody yet.</param>
/// <param name="Checker">Who checked it last; null: nobody yet.</param>
/// <param name="FailedChecks">How many checks failed.</param>
/// <param name="Intervals">How long each step took, and might.</param>
/// <param name="Grade">Key of the grade; null: not evaluated.</param>
/// <param name="Steps">What was done, in order.</param>
/// <param name="Differing">How many other contents came under its id.</param>
/// <param name="Description">Free text; null: none, erased, or not for this reader's eyes.</param>
/// <param name="CallerPhone">As the description.</param>
/// <param name="Links">The incidents it came from or became; null: none.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.GridEventView")]
public sealed record GridEventView(
    [property: Id(0)] long Version,
    [property: Id(1)] GridEventLine Line,
    [property: Id(2)] CellId Cell,
    [property: Id(3)] TargetId? Target,
    [property: Id(4)] string Collector,
    [property: Id(5)] string? Handler,
    [property: Id(6)] string? Checker,
    [property: Id(7)] int FailedChecks,
    [property: Id(8)] IReadOnlyList<StepInterval> Intervals,
    [property: Id(9)] string? Grade,
    [property: Id(10)] IReadOnlyList<GridEventEntry> Steps,
    [property: Id(11)] int Differing,
    [property: Id(12)] string? Description,
    [property: Id(13)] string? CallerPhone,
    [property: Id(90)] GridEventLinks? Links = null)
{
    /// <inheritdoc/>
    public override string ToString() => $"GridEventView {{ {Line.Id} {Line.Step} }}";
}

/// <summary>One thing that was done with an event, or by the clock.</summary>
/// <param name="What">Key: <c>collected</c>, <c>registered</c>, <c>assigned</c>, <c>accepted</c>, <c>handled</c>, <c>checkPassed</c>, <c>checkFailed</c>, <c>evaluated</c>, <c>rejected</c>, <c>withdrawn</c>, <c>escalated</c>, <c>transferred</c>.</param>
/// <param name="At">When.</param>
/// <param name="By">Who; null: the clock.</param>
/// <param name="Detail">To whom, with which result, reason or grade; null: nothing to say.</param>
/// <param name="Why">Note.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.GridEventEntry")]
public sealed record GridEventEntry(
    [property: Id(0)] string What, [property: Id(1)] DateTimeOffset At, [property: Id(2)] string? By, [property: Id(3)] string? Detail, [property: Id(4)] string? Why);
