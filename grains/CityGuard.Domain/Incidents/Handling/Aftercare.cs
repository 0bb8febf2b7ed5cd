using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Merging;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Incidents.Handling;

/// <summary>What follows the handling: fed back by the handler, checked by somebody else, closed when the plan's rule is met.</summary>
public static class Aftercare
{
    /// <summary>True when every crew of this round has cleared, or a desk has the matter.</summary>
    public static bool IsDone(IncidentCourse course)
    {
        var round = Round(course);
        return !course.Assignments.Exists(a => a.Phase is AssignmentPhase.Requested or AssignmentPhase.Recalled || (a.Phase == AssignmentPhase.Granted && a.Progress != AssignmentProgress.Cleared))
            && (round.Exists(a => a.Progress == AssignmentProgress.Cleared && !a.IsTakenOff) || ((course.Referred || !course.Dispatches) && round.Count == 0));
    }

    /// <summary>Why it may close now; null: its plan waits for something more.</summary>
    public static string? Closes(IncidentCourse course, ResponsePlan? plan) => (plan?.Closing ?? ClosingRule.OnCleared) switch
    {
        ClosingRule.AfterFeedback => course.Case.Feedback is null ? null : "fed back",
        ClosingRule.AfterCheck => course.Case.Check is null ? null : "checked",
        _ => course.Referred ? $"referred to {course.Desk ?? "a desk"}" : "cleared",
    };

    /// <summary>
    /// Why it closes by itself now; null: it waits. What was opened again and sends nobody was opened for somebody's word: it waits for a feedback or a check.
    /// </summary>
    public static string? ClosesByItself(IncidentCourse course, ResponsePlan? plan)
        => course.Round is not null && !course.OfRound.Any() && course.Case is { Feedback: null, Check: null } ? null : Closes(course, plan);

    /// <summary>Crews that have cleared and need not wait for what their plan still asks for.</summary>
    public static IEnumerable<Assignment> Free(IncidentCourse course, ResponsePlan? plan)
        => plan is null or { Closing: ClosingRule.OnCleared } ? [] : course.Assignments.Where(a => a.Phase == AssignmentPhase.Granted && a.Progress == AssignmentProgress.Cleared);

    /// <summary>The assignments since it was last opened again.</summary>
    private static List<Assignment> Round(IncidentCourse course) => [.. course.OfRound];

    /// <summary>Refuses to close by hand what was handled and waits for a feedback or a check: else the handler could close his own case.</summary>
    public static Objection? MayClose(IncidentCourse course, ResponsePlan? plan)
        => course.Phase == IncidentPhase.Open && course.Assignments.Exists(a => a.Progress >= AssignmentProgress.OnScene) && Closes(course, plan) is null
            ? new Objection(ObjectionKind.Conflict, $"plan {plan!.Id} closes after {(plan.Closing == ClosingRule.AfterCheck ? "a check by somebody else" : "the feedback")}: do that, or call it a false alarm")
            : null;

    /// <summary>The handler, or a person for him, says what came of it.</summary>
    /// <param name="course">The incident.</param>
    /// <param name="responder">For which responder; null: for the whole matter.</param>
    /// <param name="result">Key of the result.</param>
    /// <param name="vault">Reference to the note.</param>
    /// <param name="by">Who.</param>
    /// <param name="now">The moment.</param>
    /// <param name="command">Id of the command.</param>
    public static Decision<IncidentEvent> FeedBack(IncidentCourse course, ResponderId? responder, string result, string? vault, string by, DateTimeOffset now, string? command)
    {
        if (NotHandled(course) is { } early)
            return early;
        if (course.Case.Feedback is { } given)
            return new Objection(ObjectionKind.Conflict, $"{given.By} has fed back {given.Result} at {given.At:O}", given.By);
        if (responder is { } who && !Round(course).Exists(a => a.Responder == who && a.Progress is not null))
            return new Objection(ObjectionKind.Conflict, $"{who} did not handle this incident");
        return new FedBack(by, responder, result, vault, course.Stamp(now), command);
    }

    /// <summary>Somebody who did not handle it says whether it is done.</summary>
    /// <param name="course">The incident.</param>
    /// <param name="passed">Whether it is.</param>
    /// <param name="responder">The responder that went to look; null: none.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">What was found.</param>
    /// <param name="now">The moment.</param>
    /// <param name="command">Id of the command.</param>
    public static Decision<IncidentEvent> Check(IncidentCourse course, bool passed, ResponderId? responder, string by, string why, DateTimeOffset now, string? command)
    {
        if (NotHandled(course) is { } early)
            return early;
        if (course.Case.Check is { } known)
            return new Objection(ObjectionKind.Conflict, $"{known.By} has checked it at {known.At:O}", known.By);
        if (course.Case.Feedback is null)
            return new Objection(ObjectionKind.Conflict, "nobody has fed back yet: it is checked after that");
        var handlers = Handlers(course);
        if (handlers.Contains(by) || (responder is { } who && handlers.Contains(who.Value)))
            return new Objection(ObjectionKind.Conflict, "whoever handled it does not check it", string.Join(", ", handlers.Order(StringComparer.Ordinal)));
        if (passed)
            return new Checked(by, responder, why, course.Stamp(now), command);
        var failed = new CheckFailed(by, responder, why, course.Stamp(now), command);
        if (course.Phase == IncidentPhase.Open)
            return failed;
        IncidentEvent[] again = [failed, .. IncidentRules.Reopen(course, by, why, redispatch: true, now).Events];
        return again;
    }

    /// <summary>Everybody who handled it in any round: responders that took a step, and people who fed back.</summary>
    public static HashSet<string> Handlers(IncidentCourse course)
        => new(
            course.Assignments.Where(a => a.Progress is not null).Select(a => a.Responder.Value).Concat(course.Case.FedBackBy),
            StringComparer.OrdinalIgnoreCase);

    private static Objection? NotHandled(IncidentCourse course)
        => course.Phase switch
        {
            IncidentPhase.None => new Objection(ObjectionKind.Unknown, "no such incident"),
            _ when Transferring.Objects(course) is { } elsewhere => elsewhere,
            _ when MergeRules.Elsewhere(course) is { } elsewhere => elsewhere,
            _ when course.Case.FalseAlarm is { } alarm => new Objection(ObjectionKind.Conflict, $"it was a false alarm, by {alarm.By}"),
            IncidentPhase.Closing => new Objection(ObjectionKind.Conflict, "the incident is closing: say it again in a moment"),
            IncidentPhase.Open when !IsDone(course) => new Objection(ObjectionKind.Conflict, "it is being handled", Working(course)),
            IncidentPhase.Closed when Handlers(course).Count == 0 && !course.Referred => new Objection(ObjectionKind.Conflict, "nobody handled it"),
            _ => null,
        };

    private static string? Working(IncidentCourse course)
        => course.Assignments.Find(a => a.MayHold && a.Progress != AssignmentProgress.Cleared) is { } at ? $"{at.Responder} ({at.Op}) has not cleared" : null;
}
