using CityGuard.Abstractions.Posts;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client.Transports;

/// <summary>Command posts.</summary>
internal partial interface ICityTransport
{
    Task<PostView> Post(IncidentId incident, CancellationToken cancellationToken);

    Task<PostView> OpenPost(IncidentId incident, PostCommand command, CancellationToken cancellationToken);

    Task<PostView> Tick(IncidentId incident, string item, TickCommand command, CancellationToken cancellationToken);

    Task<PostView> Note(IncidentId incident, NoteCommand command, CancellationToken cancellationToken);

    Task<PostView> Pin(IncidentId incident, OperationId op, bool pinned, PostCommand command, CancellationToken cancellationToken);

    Task<PostView> StandDown(IncidentId incident, PostCommand command, CancellationToken cancellationToken);
}
