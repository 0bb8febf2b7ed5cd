using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Incidents.Merging;
using CityGuard.Domain.Journal;

namespace CityGuard.Domain.Incidents;

/// <summary>How a closed incident is opened again.</summary>
public static partial class IncidentRules
{
    /// <summary>Opens a closed incident again. The facts may be appended after others that lead to it, such as a check that failed.</summary>
    /// <param name="course">The incident.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">Why.</param>
    /// <param name="redispatch">True: dispatch goes on by the plan; false: it is only for checking.</param>
    /// <param name="now">The moment of asking.</param>
    /// <param name="command">Id of the command; null: it follows from another fact.</param>
    public static Decision<IncidentEvent> Reopen(IncidentCourse course, string by, string why, bool redispatch, DateTimeOffset now, string? command = null) => course.Phase switch
    {
        IncidentPhase.None => new Objection(ObjectionKind.Unknown, "no such incident"),
        IncidentPhase.Closed when Transferring.Objects(course) is { } elsewhere => elsewhere,
        IncidentPhase.Closed when MergeRules.Elsewhere(course) is { } elsewhere => elsewhere,
        IncidentPhase.Closed => new Reopened(by, why, redispatch, course.Stamp(now), command),
        IncidentPhase.Closing => new Objection(ObjectionKind.Conflict, "the incident is still closing: reopen it once it is closed"),
        _ => new Objection(ObjectionKind.Conflict, "the incident is open", course.Round is { } round ? $"reopened by {round.By} at {round.Since:O}" : null),
    };
}
