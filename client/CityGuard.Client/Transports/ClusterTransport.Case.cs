using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Handling;

namespace CityGuard.Client.Transports;

/// <summary>What people say of an incident's case, from inside the cluster.</summary>
internal sealed partial class ClusterTransport
{
    private readonly ICaseFront _cases = cluster.GetGrain<ICaseFront>(0);

    public Task<IncidentView> Verify(IncidentId incident, VerifyCommand command, CancellationToken cancellationToken)
        => OfCase(front => front.Verify(_credential, incident.Value, command), cancellationToken);

    public Task<IncidentView> FalseAlarm(IncidentId incident, FalseAlarmCommand command, CancellationToken cancellationToken)
        => OfCase(front => front.FalseAlarm(_credential, incident.Value, command), cancellationToken);

    public Task<IncidentView> Feedback(IncidentId incident, FeedbackCommand command, CancellationToken cancellationToken)
        => OfCase(front => front.Feedback(_credential, incident.Value, command), cancellationToken);

    public Task<IncidentView> Check(IncidentId incident, CheckCommand command, CancellationToken cancellationToken)
        => OfCase(front => front.Check(_credential, incident.Value, command), cancellationToken);

    public Task<Evaluation> Evaluation(IncidentId incident, CancellationToken cancellationToken)
        => OfCase(front => front.Evaluation(_credential, incident.Value), cancellationToken);

    public Task<IncidentView> Evaluate(IncidentId incident, EvaluateCommand command, CancellationToken cancellationToken)
        => OfCase(front => front.Evaluate(_credential, incident.Value, command), cancellationToken);

    public Task<IncidentView> Escalate(IncidentId incident, EscalateCommand command, CancellationToken cancellationToken)
        => OfCase(front => front.Escalate(_credential, incident.Value, command), cancellationToken);

    public Task<IncidentView> Leader(IncidentId incident, LeaderCommand command, CancellationToken cancellationToken)
        => OfCase(front => front.Leader(_credential, incident.Value, command), cancellationToken);

    public Task<IncidentView> Lead(IncidentId incident, LeadCommand command, CancellationToken cancellationToken)
        => OfCase(front => front.Lead(_credential, incident.Value, command), cancellationToken);

    public Task<IncidentView> AnswerPartner(IncidentId incident, int number, PartnerAnswerCommand command, CancellationToken cancellationToken)
        => OfCase(front => front.AnswerPartner(_credential, incident.Value, number, command), cancellationToken);

    public Task<IncidentView> TakeNote(IncidentId incident, int number, TakeNoteCommand command, CancellationToken cancellationToken)
        => OfCase(front => front.TakeNote(_credential, incident.Value, number, command), cancellationToken);

    public Task<IReadOnlyList<EscalationLine>> Escalations(AreaId area, CancellationToken cancellationToken)
        => OfCase(front => front.Escalations(_credential, area.Value), cancellationToken);

    private Task<T> OfCase<T>(Func<ICaseFront, Task<Answer<T>>> ask, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => ask(_cases), cancellationToken);
}
