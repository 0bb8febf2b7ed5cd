using CityGuard.Abstractions.Posts;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client.Transports;

/// <summary>Command posts.</summary>
internal sealed partial class ClusterTransport
{
    private readonly IPostFront _posts = cluster.GetGrain<IPostFront>(0);

    public Task<PostView> Post(IncidentId incident, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _posts.Get(_credential, incident.Value), cancellationToken);

    public Task<PostView> OpenPost(IncidentId incident, PostCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _posts.Open(_credential, incident.Value, command), cancellationToken);

    public Task<PostView> Tick(IncidentId incident, string item, TickCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _posts.Tick(_credential, incident.Value, item, command), cancellationToken);

    public Task<PostView> Note(IncidentId incident, NoteCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _posts.Note(_credential, incident.Value, command), cancellationToken);

    public Task<PostView> Pin(IncidentId incident, OperationId op, bool pinned, PostCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(
            CallKind.Repeatable, () => pinned ? _posts.Hold(_credential, incident.Value, op.Value, command) : _posts.LetGo(_credential, incident.Value, op.Value, command), cancellationToken);

    public Task<PostView> StandDown(IncidentId incident, PostCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _posts.StandDown(_credential, incident.Value, command), cancellationToken);
}
