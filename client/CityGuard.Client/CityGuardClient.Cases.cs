using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Handling;

namespace CityGuard.Client;

public sealed partial class CityGuardClient
{
    /// <summary>Says that a report nobody vouched for is true; what waited for that is dispatched. Scope command.</summary>
    public Task<IncidentView> VerifyAsync(IncidentId incident, VerifyCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.Verify(Given(incident), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Calls an incident a false alarm (误报): everybody is given back and it closes. Where a crew was on scene, a second word is needed. Scope command.</summary>
    public Task<IncidentView> CallFalseAlarmAsync(IncidentId incident, FalseAlarmCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.FalseAlarm(Given(incident), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Says what came of it (反馈), once every crew has cleared. Scope command.</summary>
    public Task<IncidentView> FeedBackAsync(IncidentId incident, FeedbackCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.Feedback(Given(incident), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Says whether it is done (回访核查); refused to whoever handled it. A failed check has the roles filled anew. Scope command.</summary>
    public Task<IncidentView> CheckAsync(IncidentId incident, CheckCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.Check(Given(incident), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Each interval against its standard, and who was nearer and was not sent. Scope read.</summary>
    public Task<Evaluation> GetEvaluationAsync(IncidentId incident, CancellationToken cancellationToken = default)
        => _transport.Evaluation(Given(incident), cancellationToken);

    /// <summary>Signs the evaluation of a closed incident: from then on it stands as it was. Scope command.</summary>
    public Task<IncidentView> EvaluateAsync(IncidentId incident, EvaluateCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.Evaluate(Given(incident), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Tells the next command level by hand (提级). Scope command.</summary>
    public Task<IncidentView> EscalateAsync(IncidentId incident, EscalateCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.Escalate(Given(incident), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Takes note of an escalation. Scope command.</summary>
    public Task<IncidentView> AcknowledgeEscalationAsync(IncidentId incident, int number, TakeNoteCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.TakeNote(Given(incident), number, command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Records what a neighbour city has answered to a request for forces. Scope command.</summary>
    public Task<IncidentView> AnswerPartnerAsync(IncidentId incident, int number, PartnerAnswerCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.AnswerPartner(Given(incident), number, command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Says that a leader is on scene. Scope command.</summary>
    public Task<IncidentView> LeaderArrivedAsync(IncidentId incident, LeaderCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.Leader(Given(incident), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>Hands over the lead on scene. Scope command.</summary>
    public Task<IncidentView> HandOverLeadAsync(IncidentId incident, LeadCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.Lead(Given(incident), command with { Command = command.Command ?? NewId() }, cancellationToken);
    }

    /// <summary>What climbs to a station's sector, a district or the city now and is not served, the oldest first. Scope read.</summary>
    public Task<IReadOnlyList<EscalationLine>> GetEscalationsAsync(AreaId area, CancellationToken cancellationToken = default)
        => _transport.Escalations(Given(area), cancellationToken);
}
