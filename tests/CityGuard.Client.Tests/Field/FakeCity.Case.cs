using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Handling;

namespace CityGuard.Client.Tests.Field;

/// <summary>The field says nothing of a case.</summary>
internal sealed partial class FakeCity
{
    public Task<IncidentView> Verify(IncidentId incident, VerifyCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();

    public Task<IncidentView> FalseAlarm(IncidentId incident, FalseAlarmCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();

    public Task<IncidentView> Feedback(IncidentId incident, FeedbackCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();

    public Task<IncidentView> Check(IncidentId incident, CheckCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();

    public Task<Evaluation> Evaluation(IncidentId incident, CancellationToken cancellationToken) => Unknown<Evaluation>();

    public Task<IncidentView> Evaluate(IncidentId incident, EvaluateCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();

    public Task<IncidentView> Escalate(IncidentId incident, EscalateCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();

    public Task<IncidentView> AnswerPartner(IncidentId incident, int number, PartnerAnswerCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();

    public Task<IncidentView> TakeNote(IncidentId incident, int number, TakeNoteCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();

    public Task<IncidentView> Leader(IncidentId incident, LeaderCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();

    public Task<IncidentView> Lead(IncidentId incident, LeadCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();

    public Task<IReadOnlyList<EscalationLine>> Escalations(AreaId area, CancellationToken cancellationToken) => Unknown<IReadOnlyList<EscalationLine>>();
}
