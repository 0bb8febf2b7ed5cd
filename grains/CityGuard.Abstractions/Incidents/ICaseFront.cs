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
}
