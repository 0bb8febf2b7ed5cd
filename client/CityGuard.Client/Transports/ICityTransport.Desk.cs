using CityGuard.Abstractions.Desk;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client.Transports;

/// <summary>What a desk reads.</summary>
internal partial interface ICityTransport
{
    Task<CandidateList> Candidates(IncidentId incident, string role, CancellationToken cancellationToken);

    Task<IReadOnlyList<TimelineEntry>> Timeline(IncidentId incident, CancellationToken cancellationToken);

    Task<SimilarList> Similar(IncidentId incident, CancellationToken cancellationToken);
}
