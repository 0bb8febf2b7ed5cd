using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;
using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Wire;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;

namespace CityGuard.Client.Transports;

/// <summary>Who holds whom across incidents.</summary>
internal sealed partial class HttpTransport
{
    public Task<ResponderView> ForceRelease(ResponderId responder, ForceReleaseCommand command, CancellationToken cancellationToken)
        => Post<ForceReleaseCommand, ResponderView>(Fill(ApiRoutes.ForceRelease, responder.Value), command, CallKind.Repeatable, cancellationToken);

    public Task<IncidentView> Divert(IncidentId incident, DivertCommand command, CancellationToken cancellationToken)
        => Post<DivertCommand, IncidentView>(Fill(ApiRoutes.Divert, incident.Value), command, CallKind.Repeatable, cancellationToken);

    public Task<IncidentView> Reopen(IncidentId incident, ReopenCommand command, CancellationToken cancellationToken)
        => Post<ReopenCommand, IncidentView>(Fill(ApiRoutes.Reopen, incident.Value), command, CallKind.Repeatable, cancellationToken);

    public Task<IncidentView> Merge(IncidentId incident, MergeCommand command, CancellationToken cancellationToken)
        => Post<MergeCommand, IncidentView>(Fill(ApiRoutes.Merge, incident.Value), command, CallKind.Repeatable, cancellationToken);

    public Task<IncidentView> Unmerge(IncidentId incident, UnmergeCommand command, CancellationToken cancellationToken)
        => Post<UnmergeCommand, IncidentView>(Fill(ApiRoutes.Unmerge, incident.Value), command, CallKind.Repeatable, cancellationToken);
}
