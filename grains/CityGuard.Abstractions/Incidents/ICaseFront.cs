using CityGuard.Abstractions.Security;
using CityGuard.Domain.Incidents.Handling;

namespace CityGuard.Abstractions.Incidents;

/// <summary>The door for what people say of an incident's case. A stateless worker: use key 0.</summary>
[Alias("CityGuard.ICaseFront")]
public interface ICaseFront : IGrainWithIntegerKey
{
    /// <summary>Says that a report nobody vouched for is true; what waited for that is dispatched. Scope command.</summary>
    [Alias("Verify")]
    Task<Answer<IncidentView>> Verify(Credential caller, string incident, VerifyCommand command);

    /// <summary>Calls it a false alarm (误报): everybody is given back and it closes. Where a crew was on scene, a second word is needed. Scope command.</summary>
    [Alias("FalseAlarm")]
    Task<Answer<IncidentView>> FalseAlarm(Credential caller, string incident, FalseAlarmCommand command);

    /// <summary>Says what came of it (反馈), once every crew has cleared. Scope command.</summary>
    [Alias("Feedback")]
    Task<Answer<IncidentView>> Feedback(Credential caller, string incident, FeedbackCommand command);

    /// <summary>Says whether it is done (回访核查); refused to whoever handled it. A failed check has the roles filled anew. Scope command.</summary>
    [Alias("Check")]
    Task<Answer<IncidentView>> Check(Credential caller, string incident, CheckCommand command);

    /// <summary>Each interval against its standard, and who was nearer and was not sent. Scope read.</summary>
    [Alias("Evaluation")]
    Task<Answer<Evaluation>> Evaluation(Credential caller, string incident);

    /// <summary>Signs the evaluation of a closed incident: from then on it stands as it was. Scope command.</summary>
    [Alias("Evaluate")]
    Task<Answer<IncidentView>> Evaluate(Credential caller, string incident, EvaluateCommand command);

    /// <summary>Tells the next command level by hand (提级). Scope command.</summary>
    [Alias("Escalate")]
    Task<Answer<IncidentView>> Escalate(Credential caller, string incident, EscalateCommand command);

    /// <summary>Takes note of an escalation. It climbs on until it is served; one made by hand is served by this. Scope command.</summary>
    [Alias("TakeNote")]
    Task<Answer<IncidentView>> TakeNote(Credential caller, string incident, int number, TakeNoteCommand command);

    /// <summary>Records what a neighbour city has answered to a request for forces (跨市增援). Scope command.</summary>
    [Alias("AnswerPartner")]
    Task<Answer<IncidentView>> AnswerPartner(Credential caller, string incident, int number, PartnerAnswerCommand command);

    /// <summary>Says that a leader is on scene. Scope command.</summary>
    [Alias("Leader")]
    Task<Answer<IncidentView>> Leader(Credential caller, string incident, LeaderCommand command);

    /// <summary>Hands over the lead on scene. Scope command.</summary>
    [Alias("Lead")]
    Task<Answer<IncidentView>> Lead(Credential caller, string incident, LeadCommand command);

    /// <summary>What climbs to an area now and is not served, the oldest first. Scope read.</summary>
    [Alias("Escalations")]
    Task<Answer<IReadOnlyList<EscalationLine>>> Escalations(Credential caller, string area);
}
