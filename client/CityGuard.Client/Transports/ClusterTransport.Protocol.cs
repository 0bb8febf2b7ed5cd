using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;

namespace CityGuard.Client.Transports;

/// <summary>Who holds whom across incidents.</summary>
internal sealed partial class ClusterTransport
{
    private readonly IProtocolFront _protocol = cluster.GetGrain<IProtocolFront>(0);

    public Task<ResponderView> ForceRelease(ResponderId responder, ForceReleaseCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _protocol.ForceRelease(_credential, responder.Value, command), cancellationToken);

    public Task<IncidentView> Divert(IncidentId incident, DivertCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _protocol.Divert(_credential, incident.Value, command), cancellationToken);

    public Task<IncidentView> Reopen(IncidentId incident, ReopenCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _protocol.Reopen(_credential, incident.Value, command), cancellationToken);

    public Task<IncidentView> Merge(IncidentId incident, MergeCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _protocol.Merge(_credential, incident.Value, command), cancellationToken);

    public Task<IncidentView> Unmerge(IncidentId incident, UnmergeCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _protocol.Unmerge(_credential, incident.Value, command), cancellationToken);
}
