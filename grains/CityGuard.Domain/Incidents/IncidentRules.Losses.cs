using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Incidents;

/// <summary>Who holds the responder that a person wants to divert, as it was seen before asking.</summary>
/// <param name="Incident">Its holder; null: nobody.</param>
/// <param name="Severity">How grave that incident is.</param>
/// <param name="Epoch">The responder's ownership epoch at that moment: by it the responder refuses when the holder has changed since.</param>
/// <param name="Pinned">Why the holder does not let it go; null: it does.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.SeenHolder")]
public sealed record SeenHolder([property: Id(0)] IncidentId? Incident, [property: Id(1)] IncidentSeverity Severity, [property: Id(2)] long Epoch, [property: Id(3)] string? Pinned);

/// <summary>What an incident does when it takes a responder from a lesser one, and when one is taken from it.</summary>
public static partial class IncidentRules
{
    /// <summary>A person takes a responder from a strictly less grave incident (抽调): the request is recorded before the responder is asked.</summary>
    /// <param name="id">This incident.</param>
    /// <param name="holder">Who holds it.</param>
    /// <param name="from">The holder that the person saw; null: does not care.</param>
    /// <param name="wanted">How many the plan wants in this role; null: as many as people send.</param>
    public static Decision<IncidentEvent> Divert(
        IncidentCourse course, IncidentId id, ResponderId responder, string role, SeenHolder holder, IncidentId? from, int? deciseconds, string by, string why,
        DateTimeOffset now, int? wanted = null, string? command = null)
        => (NotOpen(course) ?? OnItAlready(course, responder) ?? FilledAlready(course, role, wanted) ?? NotToBeTaken(course, id, responder, holder, from)) is { } objection
            ? objection
            : new AssignmentRequested(NextOp(course), responder, role, holder.Epoch, deciseconds, by, why, null, course.Stamp(now), command, holder.Incident);

    /// <summary>
    /// The word of a responder that was taken. An operation whose grant was never heard is granted and lost in one: its responder held it and is
    /// gone. Nothing to record: it was given back meanwhile, or is recorded already.
    /// </summary>
    public static Decision<IncidentEvent> Lose(IncidentCourse course, ResponderId responder, OwedLoss loss, DateTimeOffset now)
    {
        if (course.Find(loss.Op) is not { MayHold: true } held || held.Responder != responder)
            return Array.Empty<IncidentEvent>();
        var stamp = course.Stamp(now);
        // Who was to be given back, or had finished, is not replaced; nor is anybody once the incident closes.
        var staysEmpty = loss.StaysEmpty || held.Phase == AssignmentPhase.Recalled || held.Progress == AssignmentProgress.Cleared || course.Phase != IncidentPhase.Open;
        var lost = new AssignmentLost(loss.Op, loss.To, loss.Epoch, loss.By, loss.Why, staysEmpty, stamp);
        return held.Phase == AssignmentPhase.Requested ? (IncidentEvent[])[new AssignmentGranted(loss.Op, loss.HeldEpoch, stamp), lost] : lost;
    }

    private static Objection? NotToBeTaken(IncidentCourse course, IncidentId id, ResponderId responder, SeenHolder holder, IncidentId? from)
    {
        if (holder.Incident is not { } held)
            return new Objection(ObjectionKind.Conflict, $"{responder} is free: send it instead of diverting it");
        if (held == id)
            return new Objection(ObjectionKind.Conflict, $"{responder} is held by this incident", held.Value);
        if (from is { } seen && seen != held)
            return new Objection(ObjectionKind.Conflict, $"{responder} is not held by {seen}", held.Value);
        if (holder.Pinned is { } pinned)
            return new Objection(ObjectionKind.Conflict, pinned, held.Value);
        var own = course.Report!.Severity;
        return own > holder.Severity ? null
            : new Objection(ObjectionKind.Impossible, $"this incident ({Name(own)}) is not graver than {held} ({Name(holder.Severity)}), which holds {responder}", held.Value);
    }

    private static string Name(IncidentSeverity severity) => severity.ToString().ToLowerInvariant();
}
