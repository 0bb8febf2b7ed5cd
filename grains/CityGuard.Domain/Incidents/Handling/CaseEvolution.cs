using CityGuard.Domain.Incidents.Events;

namespace CityGuard.Domain.Incidents.Handling;

/// <summary>What each fact makes of the case.</summary>
public static class CaseEvolution
{
    /// <summary>The case after one more fact.</summary>
    /// <param name="course">The incident before it.</param>
    /// <param name="happened">The fact.</param>
    public static CaseFile Evolve(IncidentCourse course, IncidentEvent happened) => happened switch
    {
        Opened e => course.Case with { VerifiedAt = e.Unverified is true ? null : e.ReceivedAt, LinkedTo = e.LinkedTo },
        Verified e => course.Case with { VerifiedAt = e.At, Verification = e },
        FalseAlarmCalled e => course.Case with { CalledOff = e },
        FalseAlarm e => course.Case with { FalseAlarm = e },
        Reopened => course.Case with { CalledOff = null, FalseAlarm = null, Feedback = null, Check = null, Evaluation = null, Lead = null, IsLeadByHand = false }, // it is taken for true again, and handled anew
        FedBack e => course.Case with { Feedback = e, FedBackBy = course.Case.FedBackBy.Add(e.By) },
        Checked e => course.Case with { Check = e },
        CheckFailed e => course.Case with { Failed = e, Feedback = null, Lead = null, IsLeadByHand = false, HandledAt = e.At },
        Evaluated e => course.Case with { Evaluation = e },
        Escalated e => course.Case with { Escalations = course.Case.Escalations.Add(new Escalation(e)) },
        EscalationServed e => Change(course.Case, e.Number, escalation => escalation with { Served = e.What }),
        EscalationAcknowledged e => Change(course.Case, e.Number, escalation => escalation with { Noted = e, Served = escalation.Told.Clock is null ? $"noted by {e.By}" : escalation.Served }),
        LeaderArrived e => course.Case with { Leader = e },
        LeadTaken e => course.Case with { Lead = e.Op, IsLeadByHand = e.By is not null },
        ProgressRecorded { Progress: >= AssignmentProgress.OnScene } e => course.Case with
        {
            Lead = course.Case.Lead ?? e.Op,
            HandledAt = e.Progress == AssignmentProgress.Cleared ? e.At : course.Case.HandledAt,
        },
        ReferredToDesk e => course.Case with { HandledAt = e.At },
        Transferred e => course.Case with { Transfer = e },
        TransferTaken e => course.Case with { TransferTakenAt = e.At },
        ReportDetached e when course.Case.Verification is { From: { } from } && from == e.Younger => course.Case with { VerifiedAt = null, Verification = null },
        _ => course.Case,
    };

    /// <summary>The command that a fact carries out, with its id; null: none, or one without an id.</summary>
    public static (string Id, IncidentCommand Asked)? CommandOf(IncidentEvent happened) => happened switch
    {
        Verified { Command: { } id, By: { } by } e => (id, new CaseCommand.Verify(by, e.How)),
        FalseAlarmCalled { Command: { } id } e => (id, new CaseCommand.CallOff(e.Reason, e.By, e.Why)),
        FalseAlarm { Command: { } id } e => (id, new CaseCommand.CallOff(e.Reason, e.By, e.Why)),
        FedBack { Command: { } id } e => (id, new CaseCommand.FeedBack(e.Responder, e.Result, e.By)),
        Checked { Command: { } id } e => (id, new CaseCommand.Check(true, e.Responder, e.By, e.Why)),
        CheckFailed { Command: { } id } e => (id, new CaseCommand.Check(false, e.Responder, e.By, e.Cause)),
        Evaluated { Command: { } id } e => (id, new CaseCommand.Sign(e.By, e.Why)),
        Escalated { Command: { } id, By: { } by } e => (id, new CaseCommand.Escalate(by, e.Cause)),
        EscalationAcknowledged { Command: { } id } e => (id, new CaseCommand.Acknowledge(e.Number, e.By, e.Why)),
        PartnerAnswered { Command: { } id } e => (id, new CaseCommand.AnswerFor(e.Number, e.Count, e.ArrivesAt, e.By, e.Why)),
        LeaderArrived { Command: { } id } e => (id, new CaseCommand.Lead(e.Leader, e.ArrivedAt, e.By)),
        LeadTaken { Command: { } id, By: { } by } e => (id, new CaseCommand.HandOver(e.Op, by, e.Cause)),
        Transferred { Command: { } id } e => (id, new CaseCommand.Transfer(e.Category, e.By, e.Why)),
        _ => null,
    };

    private static CaseFile Change(CaseFile file, int number, Func<Escalation, Escalation> change)
        => file with { Escalations = file.Escalations.SetItem(number - 1, change(file.Escalations[number - 1])) };
}
