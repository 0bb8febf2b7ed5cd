using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Merging;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Incidents;

/// <summary>What may happen to an incident from outside: reports, commands of people, steps of crews.</summary>
public static partial class IncidentRules
{
    /// <summary>Clocks may differ by so much.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    /// <summary>Opens it, or keeps a differing repeat as evidence (once per content); an equal repeat is nothing new.</summary>
    public static Decision<IncidentEvent> Report(IncidentCourse course, ReportContent report, AreaId sector, DateTimeOffset receivedAt, string? vault, bool personalDiffers, DateTimeOffset now)
    {
        if (course.Phase == IncidentPhase.None)
            return new Opened(report, sector, receivedAt, vault, now > receivedAt ? now : receivedAt);
        var same = report == course.FirstReport || course.Differing.Exists(kept => kept.Report == report);
        return same && !personalDiffers ? Array.Empty<IncidentEvent>() : new ReportDiffered(report, personalDiffers ? vault : null, course.Stamp(now));
    }

    /// <summary>
    /// One step of one assignment. A time that would put the steps out of order is refused. Within the tolerance of clocks the step counts from
    /// the one before it, since two clocks that differ by a second are no disorder; the crew's own word is then recorded beside it.
    /// </summary>
    public static Decision<IncidentEvent> RecordProgress(IncidentCourse course, OperationId op, long epoch, AssignmentProgress step, DateTimeOffset at, DateTimeOffset now)
    {
        if (course.Find(op) is not { } assignment)
            return new Objection(ObjectionKind.Unknown, $"this incident has no operation {op}");
        if (assignment.Epoch != epoch)
            return new Objection(ObjectionKind.Conflict, $"epoch {epoch} is not in force for {op}: {assignment.Epoch}");
        if (assignment.Steps[step] is { } recorded && (recorded == at || Tolerates(recorded, at)))
            return Array.Empty<IncidentEvent>();
        if (assignment.Phase != AssignmentPhase.Granted)
            return new Objection(ObjectionKind.Conflict, $"{op} is no longer held: {assignment.Phase.ToString().ToLowerInvariant()}");
        if (at > now + Tolerance)
            return new Objection(ObjectionKind.Impossible, "at lies in the future");
        if (assignment.Progress >= step)
            return new Objection(ObjectionKind.Conflict, $"{Name(assignment.Progress.Value)} was recorded at {assignment.ProgressAt:O}; {Name(step)} cannot follow it");

        var before = assignment.ProgressAt ?? assignment.AnsweredAt!.Value;
        if (at < before - Tolerance)
            return new Objection(ObjectionKind.Conflict, $"at is earlier than the step before it, {before:O}");
        return at < before
            ? new ProgressRecorded(op, epoch, step, before, course.Stamp(now), SaidAt: at)
            : new ProgressRecorded(op, epoch, step, at, course.Stamp(now));
    }

    /// <summary>A person takes a responder off (撤回).</summary>
    public static Decision<IncidentEvent> Recall(IncidentCourse course, OperationId op, string by, string why, DateTimeOffset now, string? command = null)
        => HeldOrObjection(course, op) is { } objection ? objection : new AssignmentRecalled(op, by, why, course.Stamp(now), command);

    /// <summary>A person replaces one responder by another (改派): the new one is reserved before the old one is recalled.</summary>
    public static Decision<IncidentEvent> Reassign(
        IncidentCourse course, OperationId op, ResponderId to, SeenResponder seen, string by, string why, DateTimeOffset now, string? command = null)
        => (HeldOrObjection(course, op) ?? ReplacedAlready(course, op) ?? OnItAlready(course, to)) is { } objection
            ? objection
            : Request(course, to, course.Find(op)!.Role, seen, by, why, op, now, command);

    /// <summary>A person adds a responder in a role (增派).</summary>
    /// <param name="wanted">How many the plan wants in this role: when they are there, the slot is filled. Null: as many as people add.</param>
    public static Decision<IncidentEvent> Add(
        IncidentCourse course, ResponderId responder, string role, SeenResponder seen, string by, string why, DateTimeOffset now, int? wanted = null, string? command = null)
        => (NotOpen(course) ?? OnItAlready(course, responder) ?? FilledAlready(course, role, wanted)) is { } objection
            ? objection
            : Request(course, responder, role, seen, by, why, null, now, command);

    /// <summary>A person closes it: nothing new is asked for from here on. Closing twice is nothing new.</summary>
    public static Decision<IncidentEvent> Close(IncidentCourse course, string? by, string why, DateTimeOffset now, string? command = null) => course.Phase switch
    {
        IncidentPhase.None => new Objection(ObjectionKind.Unknown, "no such incident"),
        IncidentPhase.Open when (PostRules.KeepsOpen(course) ?? MergeRules.Waits(course)) is { } post => post,
        IncidentPhase.Open => new Closing(by, why, course.Stamp(now), command),
        _ => Array.Empty<IncidentEvent>(),
    };

    /// <summary>Refuses another command under the id of one that was carried out; a repeat of that one is no objection.</summary>
    public static Objection? AnotherCommand(IncidentCourse course, string? command, IncidentCommand asked)
        => course.Known(command) is { } known && known.Asked != asked
            ? new Objection(ObjectionKind.Conflict, $"command {command} was another one: {known.Asked.GetType().Name.ToLowerInvariant()} by {known.Asked.By}")
            : null;

    /// <summary>Refuses a choice made on an older picture, naming who took the slot since.</summary>
    /// <param name="course">The incident.</param>
    /// <param name="version">Its version.</param>
    /// <param name="ifVersion">Version that the person saw; null: does not care.</param>
    /// <param name="role">Role of the choice; null: any.</param>
    public static Objection? Overtaken(IncidentCourse course, long version, long? ifVersion, string? role)
        => ifVersion is null || ifVersion == version ? null
            : new Objection(ObjectionKind.Conflict, $"the incident has moved on to version {version}", HolderOf(course, role));

    /// <summary>Operation ids count up; the journal's version check makes them unique.</summary>
    public static OperationId NextOp(IncidentCourse course, int offset = 0) => OperationId.Parse($"o-{course.Assignments.Count + 1 + offset}");

    private static Decision<IncidentEvent> Request(
        IncidentCourse course, ResponderId responder, string role, SeenResponder seen, string by, string why, OperationId? replaces, DateTimeOffset now, string? command)
        => new AssignmentRequested(NextOp(course), responder, role, seen.Epoch, seen.Deciseconds, by, why, replaces, course.Stamp(now), command);

    private static Objection? NotOpen(IncidentCourse course) => course.Phase switch
    {
        IncidentPhase.None => new Objection(ObjectionKind.Unknown, "no such incident"),
        IncidentPhase.Open => null,
        _ => new Objection(ObjectionKind.Conflict, "the incident is closing or closed"),
    };

    private static Objection? HeldOrObjection(IncidentCourse course, OperationId op)
    {
        if (NotOpen(course) is { } closed)
            return closed;
        if (course.Find(op) is not { } assignment)
            return new Objection(ObjectionKind.Unknown, $"this incident has no operation {op}");
        return assignment.Phase == AssignmentPhase.Granted
            ? PostRules.Pinned(course, op)
            : new Objection(ObjectionKind.Conflict, $"{op} is not held: {assignment.Phase.ToString().ToLowerInvariant()}", HolderOf(course, assignment.Role));
    }

    private static Objection? OnItAlready(IncidentCourse course, ResponderId responder)
        => course.Assignments.Find(a => a.Responder == responder && a.MayHold) is { } held
            ? new Objection(ObjectionKind.Conflict, $"{responder} is on this incident already", Describe(held))
            : null;

    // Until a replacement has answered, the one it replaces is held: a second choice for the same slot would leave two.
    private static Objection? ReplacedAlready(IncidentCourse course, OperationId op)
        => course.Assignments.Find(a => a.Replaces == op && a.IsActive) is { } chosen
            ? new Objection(ObjectionKind.Conflict, $"{op} is being replaced already", Describe(chosen))
            : null;

    private static Objection? FilledAlready(IncidentCourse course, string role, int? wanted)
    {
        // Who replaces another does not fill a second slot.
        var filling = course.Assignments.FindAll(a => a.IsActive && a.Role == role && !(a.Replaces is { } replaced && course.Find(replaced) is { IsActive: true }));
        return filling.Count > 0 && filling.Count >= wanted
            ? new Objection(ObjectionKind.Conflict, $"the role {role} is filled: say extra to send one more", Describe(filling[^1]))
            : null;
    }

    private static string? HolderOf(IncidentCourse course, string? role)
        => course.Assignments.FindLast(a => a.IsActive && (role is null || a.Role == role)) is { } held ? Describe(held) : null;

    private static string Describe(Assignment held) => $"{held.Responder} as {held.Role} ({held.Op}), chosen by {held.By ?? "the dispatch policy"} at {held.RequestedAt:O}";

    private static bool Tolerates(DateTimeOffset one, DateTimeOffset other) => (one - other).Duration() <= Tolerance;

    private static string Name(AssignmentProgress step) => step switch
    {
        AssignmentProgress.Accepted => "accepted",
        AssignmentProgress.EnRoute => "enRoute",
        AssignmentProgress.OnScene => "onScene",
        AssignmentProgress.Controlled => "controlled",
        _ => "cleared",
    };
}
