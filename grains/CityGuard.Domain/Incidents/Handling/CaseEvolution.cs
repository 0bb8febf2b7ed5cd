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
        Opened e => course.Case with { VerifiedAt = e.Unverified is true ? null : e.ReceivedAt },
        Verified e => course.Case with { VerifiedAt = e.At, Verification = e },
        FalseAlarmCalled e => course.Case with { CalledOff = e },
        FalseAlarm e => course.Case with { FalseAlarm = e },
        Reopened => course.Case with { CalledOff = null, FalseAlarm = null, Feedback = null, Check = null, Evaluation = null }, // it is taken for true again, and handled anew
        FedBack e => course.Case with { Feedback = e },
        Checked e => course.Case with { Check = e },
        CheckFailed e => course.Case with { Failed = e, Feedback = null },
        Evaluated e => course.Case with { Evaluation = e },
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
        _ => null,
    };
}
