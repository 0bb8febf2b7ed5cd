using System.Collections.Immutable;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Incidents.Supplies;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Incidents;

/// <summary>How an incident proceeds by itself: from what is recorded to what it needs next.</summary>
public static class IncidentProcedure
{
    /// <summary>A responder that refused is left out of decisions for so long.</summary>
    public static readonly TimeSpan RefusalHolds = TimeSpan.FromSeconds(30);

    /// <summary>The next step.</summary>
    /// <param name="course">The incident.</param>
    /// <param name="plan">The recorded plan, or the best match before the first decision; null: none is for it, a person must choose.</param>
    /// <param name="now">The moment of asking.</param>
    public static IncidentStep Next(IncidentCourse course, ResponsePlan? plan, DateTimeOffset now)
    {
        // People first: a stock that does not answer holds back nothing but the end.
        var next = Foremost(course, plan, now);
        return next is IncidentStep.Rest or IncidentStep.Close && course.IsOpen ? SupplyRules.Step(course, plan) ?? next : next;
    }

    private static IncidentStep Foremost(IncidentCourse course, ResponsePlan? plan, DateTimeOffset now)
    {
        if (!course.IsOpen)
            return new IncidentStep.Rest(null);
        if (With(course, AssignmentPhase.Requested) is { IsEmpty: false } pending)
            return new IncidentStep.Reserve(pending);
        if (With(course, AssignmentPhase.Recalled) is { IsEmpty: false } recalled)
            return new IncidentStep.Release(recalled);
        var granted = With(course, AssignmentPhase.Granted);
        if (course.Phase == IncidentPhase.Closing)
            return Escalations.Step(course, plan, now) ?? Reaching.Step(course, plan) ?? (granted.IsEmpty ? Ends(course) : new IncidentStep.Release(granted));
        var telling = Escalations.Step(course, plan, now);
        if (!course.Dispatches)
            plan = null;
        if (IncidentClockwork.Due(course, plan, now) is { } clock)
            return new IncidentStep.Fire(plan!, clock);
        if (PostRules.OpensByPlan(course, plan))
            return new IncidentStep.OpenPost(plan!);
        if (PostRules.Lapsing(course, now) is { } line)
            return new IncidentStep.LapseItem(line);
        if ((telling ?? Reaching.Step(course, plan)) is { } said)
            return said;
        if (plan?.Roles.Count == 0 && !course.OfRound.Any() && !course.Referred && course.Post is not { Stands: true })
            return new IncidentStep.Refer(plan);
        if (Aftercare.Free(course, plan).ToImmutableArray() is { IsEmpty: false } done)
            return new IncidentStep.Release(done);
        if (Aftercare.IsDone(course) && course.Post is not { Stands: true })
            return Aftercare.ClosesByItself(course, plan) is { } why && course.Merges.Pending is null ? new IncidentStep.BeginClosing(why) : new IncidentStep.Rest(null);
        return plan is null ? new IncidentStep.Rest(null) : Fill(course, plan, now);
    }

    /// <summary>Who a decision leaves out: those on the incident, those who refused or were diverted just now, those whom a person took off.</summary>
    public static IEnumerable<ResponderId> Excluded(IncidentCourse course, DateTimeOffset now)
        => course.Assignments.Where(a => a.MayHold).Concat(course.OfRound.Where(a => !IsForgotten(a, now))).Select(a => a.Responder).Distinct();

    /// <summary>Whom a decision for a role leaves out besides: those whom a person declined for it.</summary>
    public static IEnumerable<ResponderId> Excluded(IncidentCourse course, string role, DateTimeOffset now)
        => Excluded(course, now).Concat(course.Declined.Where(declined => declined.Role == role).Select(declined => declined.Responder)).Distinct();

    private static bool IsForgotten(Assignment a, DateTimeOffset now) => a.Phase switch
    {
        AssignmentPhase.Refused => a.AnsweredAt + RefusalHolds <= now,
        AssignmentPhase.Lost => a.LostTo is not null && a.ReleasedAt + RefusalHolds <= now,
        _ => false,
    };

    /// <summary>Why a decision is made now, for its log.</summary>
    public static string Cause(IncidentCourse course, string role, DateTimeOffset now)
        => course.Clocks.Exists(clock => clock.Due <= now && clock.Holds(role)) ? "clock"
            : course.Decisions.IsEmpty ? "first"
            : course.Assignments.FindLast(a => a.Role == role) is { Phase: AssignmentPhase.Refused } ? "refused"
            : course.Assignments.FindLast(a => a.Role == role) is { HasLapsed: true } ? "unaccepted"
            : course.IsDeclined(role) ? "declined"
            : PartnerRules.HasSpoken(course, role) ? "partner"
            : course.Vacated.Contains(role) ? "lost"
            : course.Advised.Contains(role) ? "mode"
            : "again";

    /// <summary>Requests for the chosen, numbered on from what the course and the same append hold.</summary>
    public static IEnumerable<AssignmentRequested> Requests(IncidentCourse course, int offset, string role, IReadOnlyList<CandidateRecord> chosen, DateTimeOffset now)
        => chosen.Select((candidate, i) => new AssignmentRequested(
            IncidentRules.NextOp(course, offset + i), candidate.Responder, role, candidate.Epoch, candidate.Ds, null, null, null, course.Stamp(now)));

    /// <summary>The facts of an answered request; a grant that replaces another recalls that one in the same breath.</summary>
    public static IEnumerable<IncidentEvent> Answered(IncidentCourse course, Assignment pending, bool granted, long epoch, string? reason, DateTimeOffset now)
    {
        var stamp = course.Stamp(now);
        if (!granted)
        {
            yield return new AssignmentRefused(pending.Op, epoch, reason ?? "refused", stamp);
            yield break;
        }

        yield return new AssignmentGranted(pending.Op, epoch, stamp);
        if (pending.Replaces is { } replaced && course.Find(replaced) is { Phase: AssignmentPhase.Granted })
            yield return new AssignmentRecalled(replaced, pending.By!, pending.Reason!, stamp);
    }

    /// <summary>The roles of the plan with slots that nobody fills.</summary>
    public static ImmutableArray<MissingRole> Missing(IncidentCourse course, ResponsePlan plan)
        => [.. plan.Roles.Select(role => new MissingRole(role, role.Count - Filled(course, role.Role))).Where(role => role.Count > 0)];

    private static IncidentStep Ends(IncidentCourse course)
        => course.Merges.IsUnsettled ? new IncidentStep.Rest(null)
            : Transferring.Owed(course) is { } owed ? new IncidentStep.HandOn(owed) : new IncidentStep.Close();

    private static IncidentStep Fill(IncidentCourse course, ResponsePlan plan, DateTimeOffset now)
    {
        if (Verification.Waits(course, plan))
            return new IncidentStep.Rest(null);
        var missing = Missing(course, plan);
        // A clock holds back the roles that were short when it was set, and no others.
        var due = missing.RemoveAll(role => course.IsHeldBack(role.Role.Role, now));
        if (!due.IsEmpty)
            return new IncidentStep.Select(due);
        return course.Clocks.Find(clock => clock.Due <= now) is { } overtaken
            ? new IncidentStep.FireClock(overtaken)
            : new IncidentStep.Rest(course.Clocks.IsEmpty ? null : course.Clocks.Min(clock => clock.Due));
    }

    // A slot from which a person recalled someone stays filled: else the policy would undo the person's command.
    private static int Filled(IncidentCourse course, string role)
        => course.OfRound.Count(a => a.Role == role && a.Phase != AssignmentPhase.Refused && !a.HasLapsed && !a.IsVacant && !Replaced(course, a.Op)) + PartnerRules.Sent(course, role);

    private static bool Replaced(IncidentCourse course, OperationId op)
        => course.Assignments.Exists(a => a.Replaces == op && a.Phase != AssignmentPhase.Refused);

    private static ImmutableArray<Assignment> With(IncidentCourse course, AssignmentPhase phase)
        => [.. course.Assignments.Where(a => a.Phase == phase)];
}
