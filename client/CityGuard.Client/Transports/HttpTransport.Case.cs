using System.Globalization;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Wire;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Handling;

namespace CityGuard.Client.Transports;

/// <summary>What people say of an incident's case, over HTTP.</summary>
internal sealed partial class HttpTransport
{
    public Task<IncidentView> Verify(IncidentId incident, VerifyCommand command, CancellationToken cancellationToken)
        => OfCase(ApiRoutes.Verify, incident, command, cancellationToken);

    public Task<IncidentView> FalseAlarm(IncidentId incident, FalseAlarmCommand command, CancellationToken cancellationToken)
        => OfCase(ApiRoutes.FalseAlarm, incident, command, cancellationToken);

    public Task<IncidentView> Feedback(IncidentId incident, FeedbackCommand command, CancellationToken cancellationToken)
        => OfCase(ApiRoutes.Feedback, incident, command, cancellationToken);

    public Task<IncidentView> Check(IncidentId incident, CheckCommand command, CancellationToken cancellationToken)
        => OfCase(ApiRoutes.Check, incident, command, cancellationToken);

    public Task<Evaluation> Evaluation(IncidentId incident, CancellationToken cancellationToken)
        => Get<Evaluation>(Fill(ApiRoutes.Evaluation, incident.Value), CallKind.Repeatable, cancellationToken);

    public Task<IncidentView> Evaluate(IncidentId incident, EvaluateCommand command, CancellationToken cancellationToken)
        => OfCase(ApiRoutes.Evaluation, incident, command, cancellationToken);

    public Task<IncidentView> Escalate(IncidentId incident, EscalateCommand command, CancellationToken cancellationToken)
        => OfCase(ApiRoutes.Escalate, incident, command, cancellationToken);

    public Task<IncidentView> Leader(IncidentId incident, LeaderCommand command, CancellationToken cancellationToken)
        => OfCase(ApiRoutes.Leader, incident, command, cancellationToken);

    public Task<IncidentView> Lead(IncidentId incident, LeadCommand command, CancellationToken cancellationToken)
        => OfCase(ApiRoutes.Lead, incident, command, cancellationToken);

    public Task<IncidentView> TakeNote(IncidentId incident, int number, TakeNoteCommand command, CancellationToken cancellationToken)
        => OfCase(Fill(ApiRoutes.TakeNote, number.ToString(CultureInfo.InvariantCulture), "{number}"), incident, command, cancellationToken);

    public Task<IncidentView> AnswerPartner(IncidentId incident, int number, PartnerAnswerCommand command, CancellationToken cancellationToken)
        => OfCase(Fill(ApiRoutes.Partner, number.ToString(CultureInfo.InvariantCulture), "{number}"), incident, command, cancellationToken);

    public Task<IReadOnlyList<EscalationLine>> Escalations(AreaId area, CancellationToken cancellationToken)
        => Get<IReadOnlyList<EscalationLine>>(Fill(ApiRoutes.Escalations, area.Value, "{area}"), CallKind.Repeatable, cancellationToken);

    private Task<IncidentView> OfCase<T>(string route, IncidentId incident, T command, CancellationToken cancellationToken)
        => Post<T, IncidentView>(Fill(route, incident.Value), command, CallKind.Repeatable, cancellationToken);
}
