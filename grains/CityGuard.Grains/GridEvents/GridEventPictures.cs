using CityGuard.Abstractions.GridEvents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.GridEvents.Events;
using CityGuard.Domain.Journal;

namespace CityGuard.Grains.GridEvents;

/// <summary>A grid event as others see it.</summary>
internal static class GridEventPictures
{
    public static GridEventLine Line(GridEventCourse course, GridEventId id, DateTimeOffset now) => new(
        id, course.Category, course.Step.Key(), course.Step.WaitsFor(), course.Collected!.Report.Place, course.Collected.Sector, course.Collected.ReceivedAt,
        course.Due, course.Due <= now, course.Assignee, course.Told.Count == 0 ? default(AreaId?) : course.Told[^1]);

    public static GridEventView View(GridEventCourse course, GridEventId id, long version, PersonalData? personal, DateTimeOffset now) => new(
        version, Line(course, id, now), course.Collected!.Report.Cell, course.Collected.Report.Target, $"{course.Collected.Collector}",
        course.Handlers.LastOrDefault()?.ToString(), course.Checkers.LastOrDefault()?.ToString(), course.FailedChecks, course.Intervals,
        course.Facts.OfType<EventEvaluated>().LastOrDefault()?.Grade, [.. course.Facts.Select(Entry).OfType<GridEventEntry>()], course.Differing.Count,
        personal?.Description, personal?.CallerPhone, Links(course));

    private static GridEventLinks? Links(GridEventCourse course) => (course.Collected!.LinkedTo, course.Transfer) switch
    {
        (null, null) => null,
        var (from, to) => new GridEventLinks(from, to?.Said.To, to?.TakenAt is not null),
    };

    private static GridEventEntry? Entry(GridEventFact fact) => fact switch
    {
        EventCollected e => new GridEventEntry("collected", e.At, $"{e.Collector}", $"{e.Report.Source}/{e.Report.SourceId}", null),
        EventRegistered e => Entry("registered", e, e.Category),
        EventAssigned e => Entry("assigned", e, $"{e.To}"),
        EventAccepted e => Entry("accepted", e, null),
        EventHandled e => Entry("handled", e, e.Result),
        EventChecked e => Entry(e.Passed ? "checkPassed" : "checkFailed", e, e.BackTo is { } back ? $"{back}".ToLowerInvariant() : null),
        EventEvaluated e => Entry("evaluated", e, e.Grade),
        EventRejected e => Entry("rejected", e, e.Reason),
        EventWithdrawn e => Entry("withdrawn", e, null),
        EventTransferred e => Entry("transferred", e, e.To.Value),
        GridEventEscalated e => new GridEventEntry("escalated", e.At, null, e.To.Value, e.Cause),
        _ => null,
    };

    private static GridEventEntry Entry(string what, CommandedFact fact, string? detail) => new(what, fact.At, $"{fact.By}", detail, fact.Why);
}
