using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;

namespace CityGuard.Client.Tests.Field;

/// <summary>The field takes nobody from anybody.</summary>
internal sealed partial class FakeCity
{
    public Task<ResponderView> ForceRelease(ResponderId responder, ForceReleaseCommand command, CancellationToken cancellationToken) => Unknown<ResponderView>();

    public Task<IncidentView> Divert(IncidentId incident, DivertCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();

    public Task<IncidentView> Reopen(IncidentId incident, ReopenCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();

    public Task<IncidentView> Merge(IncidentId incident, MergeCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();

    public Task<IncidentView> Unmerge(IncidentId incident, UnmergeCommand command, CancellationToken cancellationToken) => Unknown<IncidentView>();
}
