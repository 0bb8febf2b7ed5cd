using System.Collections.Immutable;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;

namespace CityGuard.Domain.Incidents.Handling;

/// <summary>What is late climbs from the station to the district to the city, one level at a time, until it is served (提级指挥).</summary>
public static class Escalations
{
    /// <summary>From one level to the next, where the plan does not say; seconds.</summary>
    public const int UsualSeconds = 300;

    private const int Levels = 3;

    /// <summary>The next telling, or the word that earlier ones are served; null: nothing to do now.</summary>
    public static IncidentStep? Step(IncidentCourse course, ResponsePlan? plan, DateTimeOffset now)
    {
        var open = Unserved(course).ToList();
        var matters = Matters.Of(course, plan).ToList();
        var served = open.Select(e => (e.Told.Number, What: ServedBy(course, e, matters))).Where(e => e.What is not null).Select(e => new ServedEscalation(e.Number, e.What!)).ToImmutableArray();
        if (!served.IsEmpty)
            return new IncidentStep.ServeEscalations(served);
        foreach (var matter in matters)
            if (NextAt(open, matter, plan) is { } at && at <= now)
                return new IncidentStep.Climb(matter, open.Count(e => e.Told.Clock == matter.Clock));
        return null;
    }

    /// <summary>When the next telling is due; null: none is.</summary>
    public static DateTimeOffset? NextDue(IncidentCourse course, ResponsePlan? plan)
    {
        var open = Unserved(course).ToList();
        return Matters.Of(course, plan).Min(matter => NextAt(open, matter, plan));
    }

    /// <summary>A clock has run out: the level is told.</summary>
    /// <param name="course">The incident.</param>
    /// <param name="matter">What is late.</param>
    /// <param name="to">The level.</param>
    /// <param name="now">The moment.</param>
    public static Escalated Climb(IncidentCourse course, Matter matter, AreaId to, DateTimeOffset now)
        => new(course.Case.Escalations.Count + 1, to, matter.Cause, matter.Clock, matter.Due, null, course.Stamp(now));

    /// <summary>A person tells the level above the highest one that was told.</summary>
    /// <param name="course">The incident.</param>
    /// <param name="levels">Station, district, city of the incident.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">Reason.</param>
    /// <param name="now">The moment.</param>
    /// <param name="command">Id of the command.</param>
    public static Decision<IncidentEvent> ByHand(IncidentCourse course, IReadOnlyList<AreaId> levels, string by, string why, DateTimeOffset now, string? command)
    {
        if (NotOpen(course) is { } closed)
            return closed;
        var next = Unserved(course).Select(e => levels.ToList().IndexOf(e.Told.To) + 1).DefaultIfEmpty(0).Max();
        return next < levels.Count
            ? new Escalated(course.Case.Escalations.Count + 1, levels[next], why, null, null, by, course.Stamp(now), command)
            : new Objection(ObjectionKind.Conflict, $"{levels[^1]} has been told already: there is nobody above it");
    }

    /// <summary>A person at the level that was told takes note.</summary>
    public static Decision<IncidentEvent> Acknowledge(IncidentCourse course, int number, string by, string why, DateTimeOffset now, string? command)
    {
        if (NotOpen(course) is { } closed)
            return closed;
        if (number < 1 || number > course.Case.Escalations.Count)
            return new Objection(ObjectionKind.Unknown, $"this incident has no escalation {number}");
        return course.Case.Escalations[number - 1] switch
        {
            { Noted: { } noted } => new Objection(ObjectionKind.Conflict, $"{noted.By} has taken note at {noted.At:O}", noted.By),
            { Served: { } what } => new Objection(ObjectionKind.Conflict, $"it is served: {what}"),
            _ => new EscalationAcknowledged(number, by, why, course.Stamp(now), command),
        };
    }

    /// <summary>A leader is on scene. Once said, it stays so.</summary>
    public static Decision<IncidentEvent> Leader(IncidentCourse course, string leader, DateTimeOffset arrivedAt, string by, DateTimeOffset now, string? command)
        => NotOpen(course) is { } closed ? closed
            : course.Case.Leader is { } there ? new Objection(ObjectionKind.Conflict, $"{there.Leader} is on scene since {there.ArrivedAt:O}", there.Leader)
            : arrivedAt > now + IncidentRules.Tolerance ? new Objection(ObjectionKind.Impossible, "arrivedAt lies in the future")
            : arrivedAt < course.ReceivedAt ? new Objection(ObjectionKind.Impossible, $"arrivedAt is earlier than the report, {course.ReceivedAt:O}")
            : new LeaderArrived(leader, arrivedAt, by, course.Stamp(now), command);

    /// <summary>Those that are not served.</summary>
    public static IEnumerable<Escalation> Unserved(IncidentCourse course) => course.Case.Escalations.Where(e => e.Served is null);

    private static DateTimeOffset? NextAt(List<Escalation> open, Matter matter, ResponsePlan? plan)
    {
        if (matter.Due is not { } due)
            return null;
        var told = open.FindAll(e => e.Told.Clock == matter.Clock);
        return told.Count == 0 ? due : told.Count < Levels ? told[^1].Told.At.AddSeconds(plan?.Clocks.EscalateSeconds ?? UsualSeconds) : null;
    }

    private static string? ServedBy(IncidentCourse course, Escalation escalation, List<Matter> matters)
        => course.Phase != IncidentPhase.Open ? "closed"
            : escalation.Told.Clock is { } clock && matters.Find(m => m.Clock == clock) is { Due: null } settled ? settled.Served ?? "it is no longer due" : null;

    private static Objection? NotOpen(IncidentCourse course) => course.Phase switch
    {
        IncidentPhase.None => new Objection(ObjectionKind.Unknown, "no such incident"),
        IncidentPhase.Open => null,
        _ => new Objection(ObjectionKind.Conflict, "the incident is closing or closed"),
    };
}

/// <summary>An escalation whose matter is done.</summary>
/// <param name="Number">Which.</param>
/// <param name="What">By what.</param>
public readonly record struct ServedEscalation(int Number, string What);
