using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;

namespace CityGuard.Domain.Incidents.Handling;

/// <summary>Who leads on scene: whoever came first, until heavier forces are there, or until a person hands it over.</summary>
public static class Leads
{
    /// <summary>The lead passes: to a heavier force that has come, or to who is still there when the lead has left; null: it stays.</summary>
    /// <param name="course">The incident.</param>
    /// <param name="weight">How heavy the force of an assignment is; more is heavier.</param>
    /// <param name="now">The moment.</param>
    public static LeadTaken? Passes(IncidentCourse course, Func<Assignment, int> weight, DateTimeOffset now)
    {
        var there = course.Assignments.FindAll(IsThere);
        if (there.Count == 0 || course.Case.Lead is not { } lead)
            return null;
        // Of equally heavy ones the first to come leads.
        var best = there.OrderByDescending(weight).ThenBy(a => a.Steps.OnScene ?? a.ProgressAt).First();
        return there.Find(a => a.Op == lead) is not { } leading ? new LeadTaken(best.Op, lead, "left", null, course.Stamp(now))
            : !course.Case.IsLeadByHand && weight(best) > weight(leading) ? new LeadTaken(best.Op, lead, "heavier", null, course.Stamp(now))
            : null;
    }

    /// <summary>A person hands the lead over to somebody who is there.</summary>
    public static Decision<IncidentEvent> HandOver(IncidentCourse course, OperationId op, string by, string why, DateTimeOffset now, string? command)
        => course.Phase == IncidentPhase.None ? new Objection(ObjectionKind.Unknown, "no such incident")
            : course.Phase != IncidentPhase.Open ? new Objection(ObjectionKind.Conflict, "the incident is closing or closed")
            : course.Find(op) is not { } to ? new Objection(ObjectionKind.Unknown, $"this incident has no operation {op}")
            : !IsThere(to) ? new Objection(ObjectionKind.Conflict, $"{to.Responder} is not on scene")
            : course.Case.Lead == op ? new Objection(ObjectionKind.Conflict, $"{to.Responder} leads already", to.Responder.Value)
            : new LeadTaken(op, course.Case.Lead!.Value, why, by, course.Stamp(now), command);

    private static bool IsThere(Assignment a) => a is { Phase: AssignmentPhase.Granted, Progress: AssignmentProgress.OnScene or AssignmentProgress.Controlled };
}
