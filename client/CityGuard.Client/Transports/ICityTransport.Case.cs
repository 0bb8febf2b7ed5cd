using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Handling;

namespace CityGuard.Client.Transports;

/// <summary>What people say of an incident's case.</summary>
internal partial interface ICityTransport
{
    Task<IncidentView> Verify(IncidentId incident, VerifyCommand command, CancellationToken cancellationToken);

    Task<IncidentView> FalseAlarm(IncidentId incident, FalseAlarmCommand command, CancellationToken cancellationToken);

    Task<IncidentView> Feedback(IncidentId incident, FeedbackCommand command, CancellationToken cancellationToken);

    Task<IncidentView> Check(IncidentId incident, CheckCommand command, CancellationToken cancellationToken);

    Task<Evaluation> Evaluation(IncidentId incident, CancellationToken cancellationToken);

    Task<IncidentView> Evaluate(IncidentId incident, EvaluateCommand command, CancellationToken cancellationToken);

    Task<IncidentView> Escalate(IncidentId incident, EscalateCommand command, CancellationToken cancellationToken);

    Task<IncidentView> Leader(IncidentId incident, LeaderCommand command, CancellationToken cancellationToken);

    Task<IncidentView> Lead(IncidentId incident, LeadCommand command, CancellationToken cancellationToken);

    Task<IncidentView> AnswerPartner(IncidentId incident, int number, PartnerAnswerCommand command, CancellationToken cancellationToken);

    Task<IncidentView> TakeNote(IncidentId incident, int number, TakeNoteCommand command, CancellationToken cancellationToken);

    Task<IReadOnlyList<EscalationLine>> Escalations(AreaId area, CancellationToken cancellationToken);
}
