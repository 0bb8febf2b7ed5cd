using CityGuard.Domain.Areas.Aid.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Areas.Aid;

/// <summary>Mutual aid (跨区增援): asked for by one side, consented to by the other with its price, over by itself.</summary>
public static class AidRules
{
    /// <summary>Nobody is lent for longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>Asks. The same command is the same request.</summary>
    public static Decision<AidEvent> Request(AidCourse course, AidRequested asked)
    {
        if (course.Asked is { } known)
            return known with { At = asked.At } == asked ? Array.Empty<AidEvent>() : Another(asked.Command, known.By);
        if (asked.Until <= asked.At || asked.Until > asked.At + Longest)
            return new Objection(ObjectionKind.Impossible, $"until must lie in the future, at most {Longest.TotalDays:0} days ahead");
        return asked;
    }

    /// <summary>
    /// Consents, naming responders. Refused to the person who asked, and when the price has become worse than what the person has seen.
    /// </summary>
    /// <param name="price">What the donor loses, worked out just now.</param>
    /// <param name="seen">What the person had before his eyes.</param>
    public static Decision<AidEvent> Consent(
        AidCourse course, IReadOnlyList<ResponderId> responders, ReadinessPrice price, ReadinessPrice seen, string by, string why, string command, DateTimeOffset now)
    {
        if (Repeats(course, command) is { } known)
            return known is AidConsented same && same.By == by && same.Responders.SequenceEqual(responders) ? Array.Empty<AidEvent>() : Another(command, by);
        if (Answerable(course, by, now) is { } objection)
            return objection;
        if (responders.Count == 0 || responders.Count > course.Asked!.Count || responders.Distinct().Count() != responders.Count)
            return new Objection(ObjectionKind.Impossible, $"name 1 to {course.Asked!.Count} responders, each once");
        if (price.IsWorseThan(seen))
            return new Objection(ObjectionKind.Conflict, $"the price has risen since it was seen: now {price.InWords()}; before {seen.InWords()}. Look again and decide");
        return new AidConsented(responders, price, by, why, command, now);
    }

    /// <summary>Declines, for a reason. Who asked takes the request back instead.</summary>
    public static Decision<AidEvent> Decline(AidCourse course, string by, string why, string command, DateTimeOffset now)
        => Repeats(course, command) is { } known ? known is AidDeclined same && same.By == by ? Array.Empty<AidEvent>() : Another(command, by)
            : Answerable(course, by, now) is { } objection ? objection
            : new AidDeclined(by, why, command, now);

    /// <summary>A person of either side ends it, or takes the request back.</summary>
    public static Decision<AidEvent> End(AidCourse course, string by, string why, string command, DateTimeOffset now)
        => Repeats(course, command) is { } known ? known is AidEnded same && same.By == by ? Array.Empty<AidEvent>() : Another(command, by)
            : course.Phase switch
            {
                AidPhase.None => NoSuchAid(),
                AidPhase.Requested or AidPhase.Lent => new AidEnded(by, why, command, now),
                AidPhase.Declined => new Objection(ObjectionKind.Conflict, "it was declined", $"{course.Refusal!.By} at {course.Refusal.At:O}"),
                _ => new Objection(ObjectionKind.Conflict, "it is over", $"{course.End!.By ?? "its time"} at {course.End.At:O}"),
            };

    /// <summary>What a named responder answered. Nothing when that is recorded, or when it is over meanwhile: then it is called home.</summary>
    public static Decision<AidEvent> Answered(AidCourse course, ResponderId responder, string? refusal, DateTimeOffset now)
        => course.End is null && course.Loans.Exists(l => l.Responder == responder && l.Phase == LoanPhase.Asked)
            ? refusal is null ? new AidLent(responder, now) : new AidNotLent(responder, refusal, now)
            : Array.Empty<AidEvent>();

    /// <summary>A responder is home again.</summary>
    public static Decision<AidEvent> Returned(AidCourse course, ResponderId responder, DateTimeOffset now)
        => course.End is not null && course.Loans.Exists(l => l.Responder == responder && l.Phase is LoanPhase.Asked or LoanPhase.Lent)
            ? new AidReturned(responder, now)
            : Array.Empty<AidEvent>();

    /// <summary>What is to be done next by itself.</summary>
    public static AidStep Next(AidCourse course, DateTimeOffset now) => course.Phase switch
    {
        AidPhase.Requested or AidPhase.Lent when course.Asked!.Until <= now => new AidStep.TimeIsOver(),
        AidPhase.Lent when course.Loans.Exists(l => l.Phase == LoanPhase.Asked) => new AidStep.Lend([.. course.Loans.Where(l => l.Phase == LoanPhase.Asked).Select(l => l.Responder)]),
        AidPhase.Requested or AidPhase.Lent => new AidStep.Rest(course.Asked!.Until),
        AidPhase.Ending => new AidStep.CallHome([.. course.Loans.Where(l => l.Phase is LoanPhase.Asked or LoanPhase.Lent).Select(l => l.Responder)]),
        _ => new AidStep.Rest(null),
    };

    private static Objection? Answerable(AidCourse course, string by, DateTimeOffset now) => course.Phase switch
    {
        AidPhase.None => NoSuchAid(),
        AidPhase.Requested when course.Asked!.Until <= now => new Objection(ObjectionKind.Conflict, $"its time was over at {course.Asked.Until:O}"),
        AidPhase.Requested when course.Asked!.By == by => new Objection(ObjectionKind.Conflict, $"{by} asked for it: a person of {course.Asked.Donor} must answer"),
        AidPhase.Requested => null,
        AidPhase.Declined => new Objection(ObjectionKind.Conflict, "it was declined already", $"{course.Refusal!.By} at {course.Refusal.At:O}"),
        AidPhase.Lent => new Objection(ObjectionKind.Conflict, "it was consented to already", $"{course.Consent!.By} at {course.Consent.At:O}"),
        _ => new Objection(ObjectionKind.Conflict, "it is over", $"{course.End!.By ?? "its time"} at {course.End.At:O}"),
    };

    private static AidEvent? Repeats(AidCourse course, string command) => course.Commands.GetValueOrDefault(command);

    private static Objection Another(string command, string by) => new(ObjectionKind.Conflict, $"command {command} was another one, by {by}");

    private static Objection NoSuchAid() => new(ObjectionKind.Unknown, "there is no such request for aid");
}
