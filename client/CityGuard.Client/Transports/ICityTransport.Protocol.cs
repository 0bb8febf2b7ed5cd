using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;

namespace CityGuard.Client.Transports;

/// <summary>Who holds whom across incidents.</summary>
internal partial interface ICityTransport
{
    Task<ResponderView> ForceRelease(ResponderId responder, ForceReleaseCommand command, CancellationToken cancellationToken);

    Task<IncidentView> Divert(IncidentId incident, DivertCommand command, CancellationToken cancellationToken);

    Task<IncidentView> Reopen(IncidentId incident, ReopenCommand command, CancellationToken cancellationToken);

    Task<IncidentView> Merge(IncidentId incident, MergeCommand command, CancellationToken cancellationToken);

    Task<IncidentView> Unmerge(IncidentId incident, UnmergeCommand command, CancellationToken cancellationToken);
}
