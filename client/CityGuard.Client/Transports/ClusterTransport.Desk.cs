using CityGuard.Abstractions.Desk;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client.Transports;

/// <summary>What a desk reads.</summary>
internal sealed partial class ClusterTransport
{
    private readonly IDeskFront _desk = cluster.GetGrain<IDeskFront>(0);

    public Task<CandidateList> Candidates(IncidentId incident, string role, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _desk.Candidates(_credential, incident.Value, role), cancellationToken);

    public Task<IReadOnlyList<TimelineEntry>> Timeline(IncidentId incident, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _desk.Timeline(_credential, incident.Value), cancellationToken);

    public Task<SimilarList> Similar(IncidentId incident, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _desk.Similar(_credential, incident.Value), cancellationToken);
}
