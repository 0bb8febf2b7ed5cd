using CityGuard.Domain.Areas;
using CityGuard.Domain.GridEvents.Events;
using CityGuard.Domain.Journal;

namespace CityGuard.Domain.GridEvents;

/// <summary>What may be done with a grid event, and by whom. Collector, handler and checker are three (采办分离).</summary>
public static partial class GridEventRules
{
    /// <summary>Opens it, or keeps a differing repeat as evidence (once per content); an equal repeat is nothing new.</summary>
    public static Decision<GridEventFact> Report(
        GridEventCourse course, GridEventTerms terms, EventContent report, IReadOnlyList<AreaId> above, Actor collector, DateTimeOffset receivedAt, string? vault, bool personalDiffers, DateTimeOffset now,
        Incidents.IncidentId? linkedTo = null)
    {
        if (course.Step == GridEventStep.None)
            return Then(course, terms, new EventCollected(report, above[0], above, collector, vault, receivedAt, now > receivedAt ? now : receivedAt, linkedTo));
        var same = report == course.Collected!.Report || course.Differing.Exists(kept => kept.Report == report);
        return same && !personalDiffers ? Array.Empty<GridEventFact>() : new EventDiffered(report, personalDiffers ? vault : null, collector, course.Stamp(now));
    }

    /// <summary>Takes it on; the category may be put right.</summary>
    public static Decision<GridEventFact> Register(GridEventCourse course, GridEventTerms terms, string? category, Actor by, string? why, DateTimeOffset now, string command)
        => Carry(course, terms, new EventRegistered(category ?? course.Category, by, why, course.Stamp(now), command),
            _ => At(course, GridEventStep.Collected) ?? (terms.Category(category ?? course.Category) is null
                ? new Objection(ObjectionKind.Impossible, $"category '{category ?? course.Category}' is not known here")
                : null));

    /// <summary>Assigns it, or assigns it to another as long as it is not handled. Null: to the department that its category usually goes to.</summary>
    public static Decision<GridEventFact> Assign(GridEventCourse course, GridEventTerms terms, Assignee? to, Actor by, string? why, DateTimeOffset now, string command)
    {
        // A repeat that left the choice to the category stands for what was chosen then.
        var chosen = to ?? (course.Commands.GetValueOrDefault(command) as EventAssigned)?.To
            ?? (terms.Category(course.Category)?.Department is { } usual ? new Assignee(Department: usual) : null);
        if (chosen is null)
            return new Objection(ObjectionKind.Impossible, $"category '{course.Category}' goes to no department in particular: say to whom");
        return Carry(course, terms, new EventAssigned(chosen, by, why, course.Stamp(now), command),
            _ => At(course, GridEventStep.Registered, GridEventStep.Assigned, GridEventStep.Accepted)
                ?? Separation.OfAssignee(course, chosen));
    }

    /// <summary>The assignee takes it.</summary>
    public static Decision<GridEventFact> Accept(GridEventCourse course, GridEventTerms terms, Actor by, string? why, DateTimeOffset now, string command)
        => Carry(course, terms, new EventAccepted(For(course, by, command), why, course.Stamp(now), command),
            fact => At(course, GridEventStep.Assigned) ?? NotTheirs(course, by, "accept") ?? Separation.OfHandler(course, fact.By));

    /// <summary>It is handled.</summary>
    public static Decision<GridEventFact> Handle(GridEventCourse course, GridEventTerms terms, string result, Actor by, string? why, DateTimeOffset now, string command)
        => Carry(course, terms, new EventHandled(result, For(course, by, command), why, course.Stamp(now), command),
            fact => At(course, GridEventStep.Accepted) ?? NotTheirs(course, by, "report it handled") ?? Separation.OfHandler(course, fact.By));

    /// <summary>A third says whether it is as the handler said. Where it is not, the cause is said, and the event goes back.</summary>
    public static Decision<GridEventFact> Check(GridEventCourse course, GridEventTerms terms, bool passed, CheckBack? back, Actor by, string? why, DateTimeOffset now, string command)
        => Carry(course, terms, new EventChecked(passed, passed ? null : back ?? CheckBack.Handle, by, why, course.Stamp(now), command),
            _ => At(course, GridEventStep.Handled)
                ?? (!passed && string.IsNullOrWhiteSpace(why) ? new Objection(ObjectionKind.Impossible, "a check that fails needs a cause: say why") : null)
                ?? Separation.OfChecker(course, by));

    /// <summary>Measures each interval against its due time; the grade follows from the city's own table. The event is closed.</summary>
    public static Decision<GridEventFact> Evaluate(GridEventCourse course, GridEventTerms terms, Actor by, string? why, DateTimeOffset now, string command)
    {
        if (course.Commands.GetValueOrDefault(command) is EventEvaluated known && known.By == by && known.Why == why)
            return Array.Empty<GridEventFact>();
        var fact = new EventEvaluated("", [], by, why, course.Stamp(now), command);
        var intervals = GridEventEvolution.Evolve(course, fact).Intervals;
        return Carry(course, terms, fact with { Intervals = intervals, Grade = terms.GradeOf(intervals.Count(i => i.IsLate), course.FailedChecks) },
            _ => At(course, GridEventStep.Checked));
    }

    /// <summary>Does not take it on.</summary>
    public static Decision<GridEventFact> Reject(GridEventCourse course, GridEventTerms terms, string reason, Actor by, string? why, DateTimeOffset now, string command)
        => Carry(course, terms, new EventRejected(reason, by, why, course.Stamp(now), command), _ => At(course, GridEventStep.Collected));

    /// <summary>Ends it, whatever it waits for.</summary>
    public static Decision<GridEventFact> Withdraw(GridEventCourse course, GridEventTerms terms, Actor by, string? why, DateTimeOffset now, string command)
        => Carry(course, terms, new EventWithdrawn(by, why, course.Stamp(now), command),
            _ => course.Step.IsOpen() ? null : At(course));

    /// <summary>The clock that is due fires: the next level is told, and the clock of the level above it is set. Nothing when none is due.</summary>
    public static Decision<GridEventFact> Fire(GridEventCourse course, GridEventTerms terms, DateTimeOffset now)
    {
        if (course.Clock is not { } clock || clock.Due > now)
            return Array.Empty<GridEventFact>();
        var (at, above) = (course.Stamp(now), course.Collected!.Above);
        List<GridEventFact> facts = [new EventClockFired(clock.Id, at), new GridEventEscalated(above[course.Told.Count], $"{course.Step.WaitsFor()} was due at {course.Due:O}", at)];
        if (course.Told.Count + 1 < above.Count)
            facts.Add(new EventClockSet(ClockId(course, course.Told.Count + 1), clock.Due.AddSeconds(terms.ClimbSeconds), at));
        return facts.ToArray();
    }

    private static Decision<GridEventFact> Carry<T>(GridEventCourse course, GridEventTerms terms, T fact, Func<T, Objection?> objects)
        where T : CommandedFact
    {
        if (course.Commands.GetValueOrDefault(fact.Command) is { } known)
            return known with { At = fact.At } == fact
                ? Array.Empty<GridEventFact>()
                : new Objection(ObjectionKind.Conflict, $"command {fact.Command} was another one: {known.GetType().Name} by {known.By}");
        return objects(fact) is { } objection ? objection : Then(course, terms, fact);
    }

    /// <summary>The fact, and the clock of what is waited for after it.</summary>
    private static GridEventFact[] Then(GridEventCourse course, GridEventTerms terms, GridEventFact fact)
    {
        var next = GridEventEvolution.Evolve(course, fact);
        return terms.SecondsOf(next.Category, next.Step) is { } seconds ? [fact, new EventClockSet(ClockId(next, 0), fact.At.AddSeconds(seconds), fact.At)] : [fact];
    }

    private static string ClockId(GridEventCourse course, int level) => $"{course.Step.WaitsFor()}-{course.Steps}-{level}";

    private static Objection? At(GridEventCourse course, params ReadOnlySpan<GridEventStep> wanted)
        => course.Step == GridEventStep.None ? new Objection(ObjectionKind.Unknown, "there is no such event")
            : wanted.Contains(course.Step) ? null
            : new Objection(ObjectionKind.Conflict, course.Step.WaitsFor() is { } waits
                ? $"the event is {course.Step.Key()} and waits for somebody to {waits} it"
                : $"the event is {course.Step.Key()} since {course.Since:O}");

    // A system speaks for the responder to whom the event is assigned; what was recorded then stands for a repeat.
    private static Actor For(GridEventCourse course, Actor by, string command)
        => by with { Responder = (course.Commands.GetValueOrDefault(command) is { } known ? known.By.Responder : course.Assignee?.Responder) ?? by.Responder };

    private static Objection? NotTheirs(GridEventCourse course, Actor by, string what)
        => course.Assignee?.Person is { } person && person != by.Name
            ? new Objection(ObjectionKind.Conflict, $"it is assigned to {person}, and {by.Name} cannot {what} for another: assign it anew", person)
            : null;
}
