using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;

namespace CityGuard.Domain.Incidents.Merging;

/// <summary>One that wants to join, as its own journal says.</summary>
/// <param name="Id">Which.</param>
/// <param name="Attempt">Its attempt.</param>
/// <param name="Course">All that is recorded of it.</param>
/// <param name="SameReporter">True: the same person or responder reported both, so that it bears nothing out.</param>
public sealed record Joining(IncidentId Id, int Attempt, IncidentCourse Course, bool SameReporter);

/// <summary>The elder incident's side of a merge: it takes the reports as evidence, is as grave as the gravest of them, and may be verified by them.</summary>
public static class AttachRules
{
    /// <summary>Most reports of one younger incident that are taken along; further ones stay in its own stream.</summary>
    public const int MostReports = 32;

    /// <summary>Takes the reports, or says why not. What it holds of this attempt already is nothing new.</summary>
    /// <param name="course">The elder.</param>
    /// <param name="id">Its id.</param>
    /// <param name="joining">Who wants to join.</param>
    /// <param name="most">Most incidents that may join one.</param>
    /// <param name="now">The moment.</param>
    public static Decision<IncidentEvent> Attach(IncidentCourse course, IncidentId id, Joining joining, int most, DateTimeOffset now)
    {
        if (Find(course, joining.Id, joining.Attempt) is { DetachedAt: null })
            return Array.Empty<IncidentEvent>();
        if (joining.Course.Merges.Pending is not { } pending || pending.Number != joining.Attempt || pending.Into != id)
            return new Objection(ObjectionKind.Conflict, $"{joining.Id} does not ask to join it any more");
        if (MayNot(course, id, joining.Id, joining.Course.ReceivedAt, most) is { } objection)
            return objection;
        var reports = Reports(joining.Course);
        return Following(course, new ReportAttached(
            joining.Id, joining.Attempt, reports, Vouched(joining.Course), !joining.SameReporter && IsIndependent(course, reports[0].Report), pending.By, pending.Why, course.Stamp(now)));
    }

    /// <summary>Why this one may not join; null: it may.</summary>
    /// <param name="course">The elder.</param>
    /// <param name="id">Its id.</param>
    /// <param name="younger">Who wants to join.</param>
    /// <param name="receivedAt">When the city received that one.</param>
    /// <param name="most">Most incidents that may join one.</param>
    public static Objection? MayNot(IncidentCourse course, IncidentId id, IncidentId younger, DateTimeOffset receivedAt, int most)
        => younger == id ? new Objection(ObjectionKind.Impossible, "an incident cannot be merged into itself")
            : Closed(course) ?? WrongWay(course, id, younger, receivedAt) ?? Full(course, most);

    /// <summary>The younger one has it in its journal.</summary>
    public static Decision<IncidentEvent> Confirm(IncidentCourse course, IncidentId younger, int attempt, DateTimeOffset now)
        => Find(course, younger, attempt) is { DetachedAt: null, IsConfirmed: false } ? new MergeConfirmed(younger, attempt, course.Stamp(now)) : Array.Empty<IncidentEvent>();

    /// <summary>Lets the reports go. Nothing when it does not hold them.</summary>
    public static Decision<IncidentEvent> Detach(IncidentCourse course, IncidentId younger, int attempt, DateTimeOffset now)
        => Find(course, younger, attempt) is { DetachedAt: null } ? Following(course, new ReportDetached(younger, attempt, course.Stamp(now))) : Array.Empty<IncidentEvent>();

    /// <summary>How grave it is by its own report and by all that joined it.</summary>
    public static Gravity GravityOf(IncidentCourse course)
        => course.Merges.Parts.Select(part => part.Gravity).Aggregate(course.Merges.Own ?? new Gravity(course.Report!.Severity, course.Report.Fatalities), (one, other) => one.Or(other));

    // What follows from a part that came or went is recorded in the same append.
    private static IncidentEvent[] Following(IncidentCourse course, IncidentEvent happened)
    {
        var after = IncidentEvolution.Evolve(course, happened);
        var facts = new List<IncidentEvent> { happened };
        var because = happened is ReportAttached { Younger: var came } ? came : ((ReportDetached)happened).Younger;
        if (GravityOf(after) is var gravity && gravity != new Gravity(after.Report!.Severity, after.Report.Fatalities))
            facts.Add(new GravityChanged(gravity.Severity, gravity.Fatalities, because, happened.At));
        if (after is { Phase: IncidentPhase.Open, Case.VerifiedAt: null } && after.Merges.Parts.FirstOrDefault(part => part.Told.Vouched is not null || part.Told.Independent) is { } word)
            facts.Add(new Verified(null, word.Told.Vouched is { } vouched ? $"{word.Younger}: {vouched}" : $"{word.Younger}: a second report, by somebody else from another source", happened.At, From: word.Younger));
        return [.. facts];
    }

    private static bool IsIndependent(IncidentCourse course, ReportContent report)
        => report.Source != course.Report!.Source && !(report.Finder is { } finder && finder == course.Report.Finder);

    private static string? Vouched(IncidentCourse younger)
        => younger.Case is not { VerifiedAt: not null } known ? null
            : known.Verification is { } word ? word.By is { } by ? $"verified by {by}" : word.How : "from a trusted source";

    private static AttachedReport[] Reports(IncidentCourse younger)
        => [
            new AttachedReport(younger.FirstReport!, younger.ReceivedAt, younger.Vault),
            .. younger.Differing.Take(MostReports - 1).Select(again => new AttachedReport(again.Report, again.At, again.Vault)),
        ];

    private static Objection? Closed(IncidentCourse course) => course switch
    {
        { Phase: IncidentPhase.None } => new Objection(ObjectionKind.Unknown, "there is no such incident to merge into"),
        { Merges.InForce: { } merged } => new Objection(ObjectionKind.Conflict, $"it is merged into {merged.Into} itself: merge into {merged.Into}", merged.Into.Value),
        { Merges.Pending: { } pending } => new Objection(ObjectionKind.Conflict, $"it is about to join {pending.Into}: merge into {pending.Into}", pending.Into.Value),
        { Phase: IncidentPhase.Open } => null,
        _ => new Objection(ObjectionKind.Conflict, "the incident to merge into is closing or closed: reopen it first"),
    };

    /// <summary>True when one came before the other, so that the other may be merged into it; of two that came at once the id decides.</summary>
    public static bool IsElder(IncidentId one, DateTimeOffset receivedAt, IncidentId other, DateTimeOffset otherReceivedAt)
    {
        var byTime = receivedAt.CompareTo(otherReceivedAt);
        return byTime < 0 || (byTime == 0 && string.CompareOrdinal(one.Value, other.Value) < 0);
    }

    private static Objection? WrongWay(IncidentCourse course, IncidentId id, IncidentId younger, DateTimeOffset receivedAt)
        => IsElder(id, course.ReceivedAt, younger, receivedAt) ? null : new Objection(ObjectionKind.Impossible, $"{younger} is the elder: merge {id} into it");

    private static Objection? Full(IncidentCourse course, int most)
        => course.Merges.Parts.Count() >= most ? new Objection(ObjectionKind.Impossible, $"{most} incidents are merged into it, and the city allows no more") : null;

    private static AttachedIncident? Find(IncidentCourse course, IncidentId younger, int attempt)
        => course.Merges.Joined.FindLast(one => one.Younger == younger && one.Attempt == attempt);
}
