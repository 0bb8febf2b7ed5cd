using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;

namespace CityGuard.Domain.Incidents.Handling;

/// <summary>Whether a report is true, and what waits for that.</summary>
public static class Verification
{
    /// <summary>
    /// True while nobody is sent by the plan because nobody vouches for the report. Lives come first: a high or critical one is never held back.
    /// </summary>
    public static bool Waits(IncidentCourse course, ResponsePlan plan)
        => plan.VerifyFirst && course.Case.VerifiedAt is null && course.Report!.Severity < IncidentSeverity.High;

    /// <summary>A person makes sure. What is verified already stays as it was.</summary>
    public static Decision<IncidentEvent> Verify(IncidentCourse course, string by, string how, DateTimeOffset now, string? command) => course switch
    {
        { Phase: IncidentPhase.None } => new Objection(ObjectionKind.Unknown, "no such incident"),
        { Case.VerifiedAt: { } at } => new Objection(ObjectionKind.Conflict, $"it is verified already: {course.Case.Verification?.By ?? "a trusted source"} at {at:O}", course.Case.Verification?.By),
        { Phase: IncidentPhase.Open } => new Verified(by, how, course.Stamp(now), command),
        _ => new Objection(ObjectionKind.Conflict, "the incident is closing or closed: reopen it first"),
    };
}
