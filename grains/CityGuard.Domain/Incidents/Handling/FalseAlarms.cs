using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Merging;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;

namespace CityGuard.Domain.Incidents.Handling;

/// <summary>
/// A false alarm ends the matter without a check. Where a crew was on scene one person at a desk may not say so alone: the crew bears it out by its
/// feedback that nothing was found, or a second person by calling it a false alarm too.
/// </summary>
public static class FalseAlarms
{
    /// <summary>Calls it a false alarm, or gives the second word for it.</summary>
    /// <param name="course">The incident.</param>
    /// <param name="reason">Key of the reason.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">Note.</param>
    /// <param name="now">The moment.</param>
    /// <param name="command">Id of the command.</param>
    public static Decision<IncidentEvent> Call(IncidentCourse course, string reason, string by, string why, DateTimeOffset now, string? command)
    {
        if (course.Phase == IncidentPhase.None)
            return new Objection(ObjectionKind.Unknown, "no such incident");
        if (course.Phase != IncidentPhase.Open)
            return new Objection(ObjectionKind.Conflict, course.Case.FalseAlarm is { } known ? $"it is a false alarm already, by {known.By}" : "the incident is closing or closed");
        if ((PostRules.KeepsOpen(course) ?? MergeRules.Waits(course)) is { } post)
            return post;
        var stamp = course.Stamp(now);
        if (!WasSomebodyThere(course))
            return End(new FalseAlarm(by, reason, why, stamp, command));
        if (course.Case.Feedback is { Result: CourseRules.NothingFound, Responder: { } crew } && course.Assignments.Exists(a => a.Responder == crew && a.Progress >= AssignmentProgress.OnScene))
            return End(new FalseAlarm(by, reason, why, stamp, command, crew.Value));
        return course.Case.CalledOff is not { } first
            ? new FalseAlarmCalled(by, reason, why, stamp, command)
            : string.Equals(first.By, by, StringComparison.OrdinalIgnoreCase)
                ? new Objection(ObjectionKind.Conflict, $"a crew was on scene: after {by}, the crew's feedback or a second person must say that it is a false alarm", by)
                : End(new FalseAlarm(by, reason, why, stamp, command, first.By));
    }

    private static IncidentEvent[] End(FalseAlarm alarm) => [alarm, new Closing(alarm.By, $"false alarm: {alarm.Reason}", alarm.At)];

    private static bool WasSomebodyThere(IncidentCourse course) => course.Assignments.Exists(a => a.Progress >= AssignmentProgress.OnScene);
}
