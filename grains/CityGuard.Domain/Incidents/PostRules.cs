using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Merging;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;

namespace CityGuard.Domain.Incidents;

/// <summary>What may happen at a command post. It opens by the plan or by a person, once at a time, and an incident does not close while it stands.</summary>
public static class PostRules
{
    /// <summary>Most entries of a log.</summary>
    public const int MostNotes = 2_000;

    /// <summary>Opens it by a person's decision.</summary>
    /// <param name="course">The incident.</param>
    /// <param name="checklist">The plan's checklist; may be empty.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">Why.</param>
    /// <param name="now">The moment of asking.</param>
    /// <param name="command">Id of the command; null: there is none.</param>
    public static Decision<IncidentEvent> Open(IncidentCourse course, IReadOnlyList<ChecklistItem> checklist, string by, string why, DateTimeOffset now, string? command = null)
        => course.Phase switch
        {
            IncidentPhase.None => new Objection(ObjectionKind.Unknown, "no such incident"),
            IncidentPhase.Open when course.Post is { Stands: true } post => new Objection(
                ObjectionKind.Conflict, "its command post stands already", $"opened by {post.By ?? "the plan"} at {post.OpenedAt:O}"),
            IncidentPhase.Open when MergeRules.Waits(course) is { } waits => waits,
            IncidentPhase.Open => new PostOpened(by, why, checklist, course.Stamp(now), command),
            _ => new Objection(ObjectionKind.Conflict, "the incident is closing or closed"),
        };

    /// <summary>True when the plan opens a post by itself and none was ever opened.</summary>
    public static bool OpensByPlan(IncidentCourse course, ResponsePlan? plan) => plan is { Post: true } && course is { Phase: IncidentPhase.Open, Post: null, Merges.Pending: null };

    /// <summary>The post that the plan opens.</summary>
    public static PostOpened ByPlan(IncidentCourse course, ResponsePlan plan, DateTimeOffset now)
        => new(null, $"plan {plan.Id}", plan.Checklist, course.Stamp(now));

    /// <summary>Ticks off an item. One that is done already stays as it is: the objection says by whom.</summary>
    public static Decision<IncidentEvent> Tick(IncidentCourse course, string item, string by, DateTimeOffset now, string? command = null)
    {
        if (NotStanding(course) is { } objection)
            return objection;
        return course.Post!.Checklist.Find(line => line.Item.Id == item) switch
        {
            null => new Objection(ObjectionKind.Unknown, $"the checklist has no item '{item}'"),
            { DoneAt: { } at, DoneBy: var who } => new Objection(ObjectionKind.Conflict, $"'{item}' is done already", $"{who} at {at:O}"),
            _ => new ChecklistDone(item, by, course.Stamp(now), command),
        };
    }

    /// <summary>The item whose time has come without its being done; null: none.</summary>
    public static ChecklistLine? Lapsing(IncidentCourse course, DateTimeOffset now)
        => course.Post is { Stands: true } post ? post.Checklist.Find(line => line.Waits && line.Due <= now) : null;

    /// <summary>When the next item is due; null: none is.</summary>
    public static DateTimeOffset? NextDue(IncidentCourse course)
        => course.Post is { Stands: true } post ? post.Checklist.Where(line => line.Waits).Min(line => (DateTimeOffset?)line.Due) : null;

    /// <summary>Records that an item was not done in time, unless it has been done or recorded since.</summary>
    public static Decision<IncidentEvent> Lapse(IncidentCourse course, ChecklistLine line, DateTimeOffset now)
        => course.Post?.Checklist.Contains(line) == true ? new ChecklistLapsed(line.Item.Id, line.Item.Owner, line.Due, course.Stamp(now)) : Array.Empty<IncidentEvent>();

    /// <summary>Writes into the log.</summary>
    /// <param name="course">The incident.</param>
    /// <param name="desk">Whose entry.</param>
    /// <param name="vault">Reference to the text, already sealed.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">The moment of asking.</param>
    /// <param name="command">Id of the command; null: there is none.</param>
    public static Decision<IncidentEvent> Note(IncidentCourse course, CentreDesk desk, string vault, string by, DateTimeOffset now, string? command = null)
        => NotStanding(course) is { } objection ? objection
            : course.Post!.Notes.Count >= MostNotes ? new Objection(ObjectionKind.Impossible, $"the log is full: it takes {MostNotes} entries")
            : new PostNoted(desk, vault, by, course.Stamp(now), command);

    /// <summary>Lets a force go, or holds it again; as it is already is nothing new.</summary>
    public static Decision<IncidentEvent> Pin(IncidentCourse course, OperationId op, bool pinned, string by, string why, DateTimeOffset now, string? command = null)
    {
        if (NotStanding(course) is { } objection)
            return objection;
        if (course.Find(op) is not { IsActive: true })
            return new Objection(ObjectionKind.Unknown, $"no force is here by {op}");
        return course.Post!.Pins(op) == pinned ? Array.Empty<IncidentEvent>()
            : pinned ? new ForcePinned(op, by, why, course.Stamp(now), command)
            : new ForceUnpinned(op, by, why, course.Stamp(now), command);
    }

    /// <summary>Stands the post down. With work undone it needs no less than a reason, which the log keeps.</summary>
    public static Decision<IncidentEvent> StandDown(IncidentCourse course, string by, string why, DateTimeOffset now, string? command = null)
        => NotStanding(course) is { } objection ? objection : new PostStoodDown(by, why, course.Stamp(now), command);

    /// <summary>Why this operation may not be taken from the incident; null: it may.</summary>
    public static Objection? Pinned(IncidentCourse course, OperationId op)
        => course.Post is { } post && post.Pins(op)
            ? new Objection(ObjectionKind.Conflict, $"{op} is pinned by the command post: let it go there first", $"command post, opened by {post.By ?? "the plan"} at {post.OpenedAt:O}")
            : null;

    /// <summary>Why the incident may not close yet; null: it may.</summary>
    public static Objection? KeepsOpen(IncidentCourse course)
        => course.Post is { Stands: true } post
            ? new Objection(ObjectionKind.Conflict, "its command post stands: stand it down first", $"opened by {post.By ?? "the plan"} at {post.OpenedAt:O}")
            : null;

    /// <summary>The incident after a fact of its post.</summary>
    public static IncidentCourse Evolve(IncidentCourse course, IncidentEvent happened) => happened switch
    {
        PostOpened e => course with
        {
            Post = new CommandPost(e.At, e.By, e.Why) { Checklist = [.. e.Checklist.Select(item => new ChecklistLine(item, e.At.AddSeconds(item.WithinSeconds)))] },
        },
        ChecklistDone e => Change(course, post => post.With(e.Item, line => line with { DoneBy = e.By, DoneAt = e.At })),
        ChecklistLapsed e => Change(course, post => post.With(e.Item, line => line with { Lapsed = true })),
        PostNoted e => Change(course, post => post with { Notes = post.Notes.Add(new PostNote(e.Desk, e.Vault, e.By, e.At)) }),
        ForceUnpinned e => Change(course, post => post with { LetGo = post.LetGo.Add(e.Op) }),
        ForcePinned e => Change(course, post => post with { LetGo = post.LetGo.Remove(e.Op) }),
        PostStoodDown e => Change(course, post => post with { StoodDownBy = e.By, StoodDownAt = e.At }),
        _ => throw new InvalidOperationException($"no rule for {happened.GetType().Name} at a post"),
    };

    private static IncidentCourse Change(IncidentCourse course, Func<CommandPost, CommandPost> change)
        => course with { Post = change(course.Post ?? throw new InvalidOperationException("a fact of a post that was never opened")) };

    private static Objection? NotStanding(IncidentCourse course) => course switch
    {
        { Phase: IncidentPhase.None } => new Objection(ObjectionKind.Unknown, "no such incident"),
        { Post: null } => new Objection(ObjectionKind.Conflict, "it has no command post: open one first"),
        { Post.Stands: false } => new Objection(ObjectionKind.Conflict, $"its command post was stood down by {course.Post.StoodDownBy} at {course.Post.StoodDownAt:O}"),
        _ => null,
    };
}
