using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Incidents.Handling;

namespace CityGuard.Web.Tests.Fakes;

/// <summary>The door of cases: a list of what was said there, and one answer to all of it.</summary>
public sealed class FakeCase : ICaseFront
{
    public List<object> Said { get; } = [];

    public Answer<IncidentView> Answer { get; set; } = Samples.Incident();

    public Task<Answer<IncidentView>> Verify(Credential caller, string incident, VerifyCommand command) => Say(command);

    public Task<Answer<IncidentView>> FalseAlarm(Credential caller, string incident, FalseAlarmCommand command) => Say(command);

    public Task<Answer<IncidentView>> Feedback(Credential caller, string incident, FeedbackCommand command) => Say(command);

    public Task<Answer<IncidentView>> Check(Credential caller, string incident, CheckCommand command) => Say(command);

    public Evaluation Findings { get; set; } = new([], []);

    public Task<Answer<Evaluation>> Evaluation(Credential caller, string incident) => Task.FromResult<Answer<Evaluation>>(Findings);

    public Task<Answer<IncidentView>> Evaluate(Credential caller, string incident, EvaluateCommand command) => Say(command);

    public Task<Answer<IncidentView>> Escalate(Credential caller, string incident, EscalateCommand command) => Say(command);

    public Task<Answer<IncidentView>> AnswerPartner(Credential caller, string incident, int number, PartnerAnswerCommand command) => Say(command);

    public Task<Answer<IncidentView>> TakeNote(Credential caller, string incident, int number, TakeNoteCommand command) => Say(command);

    public Task<Answer<IncidentView>> Leader(Credential caller, string incident, LeaderCommand command) => Say(command);

    public Task<Answer<IncidentView>> Lead(Credential caller, string incident, LeadCommand command) => Say(command);

    public Task<Answer<IReadOnlyList<EscalationLine>>> Escalations(Credential caller, string area) => throw new NotSupportedException();

    private Task<Answer<IncidentView>> Say(object command)
    {
        Said.Add(command);
        return Task.FromResult(Answer);
    }
}
