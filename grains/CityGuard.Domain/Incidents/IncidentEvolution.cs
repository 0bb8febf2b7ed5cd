using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Incidents.Merging;
using CityGuard.Domain.Incidents.Supplies;

namespace CityGuard.Domain.Incidents;

/// <summary>What each fact makes of an incident.</summary>
public static partial class IncidentEvolution
{
    /// <summary>The course after one more fact.</summary>
    public static IncidentCourse Evolve(IncidentCourse course, IncidentEvent happened)
    {
        var next = Remember(Apply(course, happened), happened) with
        {
            Case = CaseEvolution.Evolve(course, happened), Reaches = Reaching.Evolve(course.Reaches, happened),
        };
        var latest = happened is ProgressRecorded step && step.HappenedAt > happened.At ? step.HappenedAt : happened.At;
        return latest > next.LastStamp ? next with { LastStamp = latest } : next;
    }

    private static IncidentCourse Apply(IncidentCourse course, IncidentEvent happened) => happened switch
    {
        Opened e => course with { Phase = IncidentPhase.Open, Report = e.Report, Sector = e.Sector, ReceivedAt = e.ReceivedAt, Vault = e.Vault },
        ReportDiffered e => course with { Differing = course.Differing.Add(e) },
        ReferredToDesk e => course with { Plan = e.Plan, Referred = true, Desk = e.Desk },
        Decided e => course with
        {
            Plan = e.Plan,
            Decisions = course.Decisions.Add(e),
            Vacated = course.Vacated.Remove(e.Role),
            Advised = e.Sent || e.Chosen.Count == 0 ? course.Advised.Remove(e.Role) : course.Advised.Add(e.Role),
            Unconfirmed = course.Unconfirmed.Remove(e.Role),
        },
        AssignmentRequested e => course with
        {
            Assignments = course.Assignments.Add(new Assignment(e.Op, e.Responder, e.Role, AssignmentPhase.Requested, e.ExpectedEpoch, 0, e.Deciseconds, e.By, e.Why, e.Replaces, e.At) { From = e.From }),
            Advised = course.Advised.Remove(e.Role),
            Unconfirmed = course.Unconfirmed.Remove(e.Role),
        },
        AssignmentGranted e => Change(course, e.Op, a => a with { Phase = AssignmentPhase.Granted, Epoch = e.Epoch, AnsweredAt = e.At }),
        AssignmentRefused e => Change(course, e.Op, a => a with { Phase = AssignmentPhase.Refused, Epoch = e.Epoch, Reason = e.Reason, AnsweredAt = e.At }),
        AssignmentRecalled e => Change(course, e.Op, a => a with { Phase = AssignmentPhase.Recalled, Reason = e.Why, IsTakenOff = true }),
        AssignmentReleased e => Change(course, e.Op, a => a with { Phase = AssignmentPhase.Released, ReleasedAt = e.At }),
        ProgressRecorded e => Change(course, e.Op, a => a with { Progress = e.Progress, ProgressAt = e.HappenedAt, Steps = a.Steps.With(e.Progress, e.HappenedAt) }),
        ClockSet e => course with { Clocks = course.Clocks.Add(new DueClock(e.Clock, e.Due, e.Roles)), Retries = course.Retries + 1 },
        ClockFired e => course with { Clocks = course.Clocks.RemoveAll(clock => clock.Id == e.Clock) },
        Closing e => course with { Phase = IncidentPhase.Closing, ClosingAt = e.At, Clocks = [] },
        Closed e => course with
        {
            Phase = IncidentPhase.Closed,
            ClosedAt = e.At,
            Assignments = course.Assignments.ConvertAll(a => a.Phase == AssignmentPhase.Granted ? a with { Phase = AssignmentPhase.Released, ReleasedAt = e.At } : a),
        },
        AssignmentLost e => Lose(course, e),
        Reopened e => Reopen(course, e),
        CheckFailed e => HandleAgain(course, e),
        Verified or FalseAlarmCalled or FalseAlarm or FedBack or Checked or Evaluated => course,
        ReceiptGiven or ReceiptLapsed or AcceptanceLapsed => Change(course, OrderRules.OpOf(happened), a => OrderRules.Evolve(a, happened)),
        RecommendationConfirmed e => course with { Unconfirmed = course.Unconfirmed.Remove(e.Role) },
        RecommendationDeclined e => Decline(course, e),
        ConfirmationLapsed { Sent: false } e => course with { Unconfirmed = course.Unconfirmed.Add(e.Role) },
        ConfirmationLapsed => course,
        Escalated or EscalationServed or EscalationAcknowledged or LeaderArrived or LeadTaken => course,
        Transferred or TransferTaken or ReachWidened or ReachServed => course,
        PartnerAsked or PartnerAnswered or PartnerWithdrawn => PartnerRules.Evolve(course, happened),
        PostOpened or ChecklistDone or ChecklistLapsed or PostNoted or ForcePinned or ForceUnpinned or PostStoodDown => PostRules.Evolve(course, happened),
        MergeRequested or MergeRefused or Merged or MergeUndone or DetachHeard or ReportAttached or MergeConfirmed or ReportDetached or GravityChanged => MergeEvolution.Evolve(course, happened),
        SuppliesWanted or SuppliesDrawn or SupplyShort or SuppliesReturned => SupplyRules.Evolve(course, happened),
        _ => throw new InvalidOperationException($"no rule for {happened.GetType().Name}"),
    };

    private static IncidentCourse Remember(IncidentCourse course, IncidentEvent happened) => happened switch
    {
        AssignmentRequested { Command: { } id, Replaces: { } replaced } e => Remember(course, id, new IncidentCommand.Reassign(replaced, e.Responder, e.By!, e.Why!), e.Op),
        AssignmentRequested { Command: { } id, From: not null } e => Remember(course, id, new IncidentCommand.Divert(e.Responder, e.Role, e.By!, e.Why!), e.Op),
        AssignmentRequested { Command: { } id } e => Remember(course, id, new IncidentCommand.Add(e.Responder, e.Role, e.By!, e.Why!), e.Op),
        AssignmentRecalled { Command: { } id } e => Remember(course, id, new IncidentCommand.Recall(e.Op, e.By, e.Why), null),
        Closing { Command: { } id } e => Remember(course, id, new IncidentCommand.Close(e.By!, e.Why), null),
        ReceiptGiven { Command: { } id } e => Remember(course, id, new IncidentCommand.Receive(e.Op, e.Channel, e.By), null),
        RecommendationConfirmed { Command: { } id } e => Remember(course, id, new IncidentCommand.Confirm(e.Role, e.By, e.Why), null),
        RecommendationDeclined { Command: { } id } e => Remember(course, id, new IncidentCommand.Decline(e.Role, e.By, e.Why), null),
        Reopened { Command: { } id } e => Remember(course, id, new IncidentCommand.Reopen(e.Redispatch, e.By, e.Why), null),
        PostOpened { Command: { } id } e => Remember(course, id, new IncidentCommand.OpenPost(e.By!, e.Why), null),
        ChecklistDone { Command: { } id } e => Remember(course, id, new IncidentCommand.Tick(e.Item, e.By), null),
        PostNoted { Command: { } id } e => Remember(course, id, new IncidentCommand.Note(e.Desk, e.By), null),
        ForcePinned { Command: { } id } e => Remember(course, id, new IncidentCommand.Pin(e.Op, true, e.By, e.Why), null),
        ForceUnpinned { Command: { } id } e => Remember(course, id, new IncidentCommand.Pin(e.Op, false, e.By, e.Why), null),
        PostStoodDown { Command: { } id } e => Remember(course, id, new IncidentCommand.StandDown(e.By, e.Why), null),
        _ when CaseEvolution.CommandOf(happened) is { } command => Remember(course, command.Id, command.Asked, null),
        _ when MergeEvolution.CommandOf(happened) is { } merging => Remember(course, merging.Id, merging.Asked, null),
        _ => course,
    };

    private static IncidentCourse Remember(IncidentCourse course, string id, IncidentCommand asked, OperationId? op)
        => course with { Commands = course.Commands.SetItem(id, new KnownCommand(asked, op)) };

    private static IncidentCourse Change(IncidentCourse course, OperationId op, Func<Assignment, Assignment> change)
    {
        var index = course.Assignments.FindIndex(a => a.Op == op);
        return index < 0
            ? throw new InvalidOperationException($"a fact about {op}, which was never requested")
            : course with { Assignments = course.Assignments.SetItem(index, change(course.Assignments[index])) };
    }
}
