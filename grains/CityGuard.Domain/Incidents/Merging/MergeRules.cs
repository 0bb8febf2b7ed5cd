using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;

namespace CityGuard.Domain.Incidents.Merging;

/// <summary>The elder's answer to one that wants to join it.</summary>
/// <param name="Joined">True: it holds the reports.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Holder">Who or what stands in the way; null: nobody.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.MergeReply")]
public sealed record MergeReply([property: Id(0)] bool Joined, [property: Id(1)] string? Reason = null, [property: Id(2)] string? Holder = null);

/// <summary>
/// The younger incident's side of a merge. It asks, waits for the elder's answer, and joins and closes in one append. What the elder may still hold of an
/// attempt that is over, it is told to let go.
/// </summary>
public static class MergeRules
{
    /// <summary>A person wants it to join another. Whether the other can take it, that one says.</summary>
    /// <param name="course">The younger incident.</param>
    /// <param name="id">Its id.</param>
    /// <param name="into">The elder.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">Why.</param>
    /// <param name="now">The moment of asking.</param>
    /// <param name="command">Id of the command; null: there is none.</param>
    public static Decision<IncidentEvent> Request(IncidentCourse course, IncidentId id, IncidentId into, string by, string why, DateTimeOffset now, string? command = null)
        => MayNot(course, id, into) is { } objection ? objection : new MergeRequested(course.Merges.Attempts.Count + 1, into, by, why, course.Stamp(now), command);

    /// <summary>The elder's answer. One to an attempt that is over changes nothing.</summary>
    /// <param name="course">The younger incident.</param>
    /// <param name="elder">Who answers.</param>
    /// <param name="attempt">To which attempt.</param>
    /// <param name="reply">The answer.</param>
    /// <param name="now">The moment.</param>
    public static Decision<IncidentEvent> Settle(IncidentCourse course, IncidentId elder, int attempt, MergeReply reply, DateTimeOffset now)
    {
        if (course.Merges.Pending is not { } pending || pending.Number != attempt || pending.Into != elder)
            return Array.Empty<IncidentEvent>();
        var stamp = course.Stamp(now);
        return reply.Joined
            ? [new Merged(attempt, elder, stamp), new Closing(pending.By, $"merged into {elder}: {pending.Why}", stamp)]
            : (IncidentEvent[])[new MergeRefused(attempt, reply.Reason ?? "refused", reply.Holder, stamp)];
    }

    /// <summary>True when the elder rightly holds the reports of this attempt.</summary>
    public static bool IsHeldBy(IncidentCourse course, IncidentId elder, int attempt)
        => course.Merges.InForce is { } merged && merged.Number == attempt && merged.Into == elder;

    /// <summary>A person undoes it: it is on its own again in a new round, and owes the elder that word.</summary>
    /// <param name="course">The younger incident.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">Why.</param>
    /// <param name="redispatch">True: dispatch goes on by the plan; false: only people send anybody.</param>
    /// <param name="now">The moment of asking.</param>
    /// <param name="command">Id of the command; null: there is none.</param>
    public static Decision<IncidentEvent> Undo(IncidentCourse course, string by, string why, bool redispatch, DateTimeOffset now, string? command = null)
    {
        if (course.Phase == IncidentPhase.None)
            return new Objection(ObjectionKind.Unknown, "no such incident");
        if (course.Merges.InForce is not { } merged)
            return new Objection(ObjectionKind.Conflict, course.Merges.Pending is { } pending
                ? $"it waits for the answer of {pending.Into}: undo the merge once it has come"
                : "it is merged into no other incident");
        if (course.Phase != IncidentPhase.Closed)
            return new Objection(ObjectionKind.Conflict, "it is giving back its crews: undo the merge once it is closed");
        var stamp = course.Stamp(now);
        return new IncidentEvent[] { new MergeUndone(merged.Number, merged.Into, by, why, redispatch, stamp, command), new Reopened(by, why, redispatch, stamp) };
    }

    /// <summary>The elder has let go.</summary>
    public static Decision<IncidentEvent> HearDetached(IncidentCourse course, IncidentId elder, int attempt, DateTimeOffset now)
        => course.Merges.Owed is { } owed && owed.Number == attempt && owed.Into == elder ? new DetachHeard(attempt, course.Stamp(now)) : Array.Empty<IncidentEvent>();

    /// <summary>Why it may not begin to close, nor set up a command post: it waits for an elder's answer. Null: it does not.</summary>
    public static Objection? Waits(IncidentCourse course)
        => course.Merges.Pending is { } pending
            ? new Objection(ObjectionKind.Conflict, $"it waits for the answer of {pending.Into}, which it is to join: try again in a moment", $"{pending.By} at {pending.At:O}")
            : null;

    /// <summary>Why nothing is said or done at a merged incident: its matter is with the elder. Null: it is on its own.</summary>
    public static Objection? Elsewhere(IncidentCourse course)
        => course.Merges.InForce is { } merged
            ? new Objection(ObjectionKind.Conflict, $"it is merged into {merged.Into}: act there, or undo the merge", $"{merged.By} at {merged.At:O}")
            : null;

    private static Objection? MayNot(IncidentCourse course, IncidentId id, IncidentId into) => course switch
    {
        { Phase: IncidentPhase.None } => new Objection(ObjectionKind.Unknown, "no such incident"),
        _ when id == into => new Objection(ObjectionKind.Impossible, "an incident cannot be merged into itself"),
        { Merges.InForce: { } merged } => new Objection(ObjectionKind.Conflict, $"it is merged into {merged.Into} already: undo that first", $"{merged.By} at {merged.At:O}"),
        { Phase: not IncidentPhase.Open } => new Objection(ObjectionKind.Conflict, "the incident is closing or closed"),
        { Merges.Owed: { } owed } => new Objection(ObjectionKind.Conflict, $"{owed.Into} has not let its reports go yet: try again in a moment"),
        _ when course.Merges.Parts.FirstOrDefault() is { } part => new Objection(
            ObjectionKind.Conflict, $"{part.Younger} is merged into it: undo that, and merge {part.Younger} and this one into {into} one by one", part.Younger.Value),
        _ => Waits(course) ?? PostRules.KeepsOpen(course),
    };
}
