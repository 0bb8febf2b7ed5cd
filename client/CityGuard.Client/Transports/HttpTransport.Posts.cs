using CityGuard.Abstractions.Posts;
using CityGuard.Abstractions.Wire;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client.Transports;

/// <summary>Command posts.</summary>
internal sealed partial class HttpTransport
{
    public Task<PostView> Post(IncidentId incident, CancellationToken cancellationToken)
        => Get<PostView>(Fill(ApiRoutes.Post, incident.Value), CallKind.Repeatable, cancellationToken);

    public Task<PostView> OpenPost(IncidentId incident, PostCommand command, CancellationToken cancellationToken)
        => Post<PostCommand, PostView>(Fill(ApiRoutes.Post, incident.Value), command, CallKind.Repeatable, cancellationToken);

    public Task<PostView> Tick(IncidentId incident, string item, TickCommand command, CancellationToken cancellationToken)
        => Post<TickCommand, PostView>(Fill(Fill(ApiRoutes.PostTick, incident.Value), item, "{item}"), command, CallKind.Repeatable, cancellationToken);

    public Task<PostView> Note(IncidentId incident, NoteCommand command, CancellationToken cancellationToken)
        => Post<NoteCommand, PostView>(Fill(ApiRoutes.PostNotes, incident.Value), command, CallKind.Repeatable, cancellationToken);

    public Task<PostView> Pin(IncidentId incident, OperationId op, bool pinned, PostCommand command, CancellationToken cancellationToken)
        => Post<PostCommand, PostView>(
            Fill(Fill(pinned ? ApiRoutes.PostHold : ApiRoutes.PostLetGo, incident.Value), op.Value, "{op}"), command, CallKind.Repeatable, cancellationToken);

    public Task<PostView> StandDown(IncidentId incident, PostCommand command, CancellationToken cancellationToken)
        => Post<PostCommand, PostView>(Fill(ApiRoutes.PostStandDown, incident.Value), command, CallKind.Repeatable, cancellationToken);
}
