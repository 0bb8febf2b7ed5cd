using CityGuard.Abstractions.Desk;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client;

public sealed partial class CityGuardClient
{
    /// <summary>Who could be sent in a role of an incident now, as the dispatch policy sees it; nothing is recorded. Scope read.</summary>
    /// <param name="role">1 to 64 characters; one of the plan's or another.</param>
    public Task<CandidateList> GetCandidatesAsync(IncidentId incident, string role, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(role);
        return _transport.Candidates(Given(incident), role, cancellationToken);
    }

    /// <summary>Everything that is recorded of an incident, oldest first: who, when, why. Scope read.</summary>
    public Task<IReadOnlyList<TimelineEntry>> GetTimelineAsync(IncidentId incident, CancellationToken cancellationToken = default)
        => _transport.Timeline(Given(incident), cancellationToken);

    /// <summary>Open incidents that may be one event with this one, likeliest first, with the reasons; nothing is recorded. Scope read.</summary>
    public Task<SimilarList> SimilarAsync(IncidentId incident, CancellationToken cancellationToken = default)
        => _transport.Similar(Given(incident), cancellationToken);
}
