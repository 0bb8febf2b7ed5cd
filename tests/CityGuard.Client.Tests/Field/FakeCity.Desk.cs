using CityGuard.Abstractions.Desk;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client.Tests.Field;

/// <summary>The field sits at no desk.</summary>
internal sealed partial class FakeCity
{
    public Task<CandidateList> Candidates(IncidentId incident, string role, CancellationToken cancellationToken) => Unknown<CandidateList>();

    public Task<IReadOnlyList<TimelineEntry>> Timeline(IncidentId incident, CancellationToken cancellationToken) => Unknown<IReadOnlyList<TimelineEntry>>();

    public Task<SimilarList> Similar(IncidentId incident, CancellationToken cancellationToken) => Unknown<SimilarList>();
}
