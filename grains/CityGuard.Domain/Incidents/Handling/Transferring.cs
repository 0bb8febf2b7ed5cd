using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Merging;
using CityGuard.Domain.Journal;

namespace CityGuard.Domain.Incidents.Handling;

/// <summary>
/// How an incident is handed over to 12345. It closes in the same append, without a check of its own: the ticket has one, by a third person. Its crews are
/// given back first, and it stays in its sector's list until the ticket is known to be open.
/// </summary>
public static class Transferring
{
    /// <summary>It becomes a ticket and closes.</summary>
    /// <param name="course">The incident.</param>
    /// <param name="id">Its id.</param>
    /// <param name="category">Category of the ticket.</param>
    /// <param name="by">Who.</param>
    /// <param name="isPerson">False: an API key.</param>
    /// <param name="why">Why.</param>
    /// <param name="now">The moment of asking.</param>
    /// <param name="command">Id of the command; null: there is none.</param>
    public static Decision<IncidentEvent> Begin(IncidentCourse course, IncidentId id, string category, string by, bool isPerson, string why, DateTimeOffset now, string? command)
    {
        if ((Objects(course) ?? MergeRules.Elsewhere(course) ?? MergeRules.Waits(course)) is { } gone)
            return gone;
        if (course.Phase != IncidentPhase.Open)
            return course.Phase == IncidentPhase.None ? new Objection(ObjectionKind.Unknown, "no such incident") : new Objection(ObjectionKind.Conflict, "the incident is closing or closed");
        if (PostRules.KeepsOpen(course) is { } post)
            return post;
        var (to, stamp) = (Transfers.EventOf(id), course.Stamp(now));
        return new IncidentEvent[] { new Transferred(to, category, by, isPerson, why, stamp, command), new Closing(by, $"handed over to 12345 as {to}", stamp) };
    }

    /// <summary>The ticket is open. Nothing when that is known, or when nothing was handed over to it.</summary>
    public static Decision<IncidentEvent> Taken(IncidentCourse course, GridEventId by, DateTimeOffset now)
        => Owed(course) is { } owed && owed.To == by ? new TransferTaken(by, course.Stamp(now)) : Array.Empty<IncidentEvent>();

    /// <summary>What 12345 does not have yet; null: nothing.</summary>
    public static Transferred? Owed(IncidentCourse course) => course.Case.TransferTakenAt is null ? course.Case.Transfer : null;

    /// <summary>Refuses to go on with what is a ticket now: else one matter would be in two hands.</summary>
    public static Objection? Objects(IncidentCourse course)
        => course.Case.Transfer is { } said
            ? new Objection(ObjectionKind.Conflict, $"it was handed over to 12345 as {said.To} by {said.By} at {said.At:O}: go on there, or hand that over to 110", said.By)
            : null;
}
