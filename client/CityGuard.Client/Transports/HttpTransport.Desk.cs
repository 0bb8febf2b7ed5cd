using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.Wire;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client.Transports;

/// <summary>What a desk reads.</summary>
internal sealed partial class HttpTransport
{
    public Task<CandidateList> Candidates(IncidentId incident, string role, CancellationToken cancellationToken)
        => Get<CandidateList>($"{Fill(ApiRoutes.Candidates, incident.Value)}?role={Uri.EscapeDataString(role)}", CallKind.Repeatable, cancellationToken);

    public Task<IReadOnlyList<TimelineEntry>> Timeline(IncidentId incident, CancellationToken cancellationToken)
        => Get<IReadOnlyList<TimelineEntry>>(Fill(ApiRoutes.Timeline, incident.Value), CallKind.Repeatable, cancellationToken);

    public Task<SimilarList> Similar(IncidentId incident, CancellationToken cancellationToken)
        => Get<SimilarList>(Fill(ApiRoutes.Similar, incident.Value), CallKind.Repeatable, cancellationToken);
}
