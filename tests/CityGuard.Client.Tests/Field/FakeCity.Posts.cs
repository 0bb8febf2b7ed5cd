using CityGuard.Abstractions.Posts;
using CityGuard.Domain.Incidents;

namespace CityGuard.Client.Tests.Field;

/// <summary>Command posts, of which this city has none.</summary>
internal sealed partial class FakeCity
{
    public Task<PostView> Post(IncidentId incident, CancellationToken cancellationToken) => Unknown<PostView>();

    public Task<PostView> OpenPost(IncidentId incident, PostCommand command, CancellationToken cancellationToken) => Unknown<PostView>();

    public Task<PostView> Tick(IncidentId incident, string item, TickCommand command, CancellationToken cancellationToken) => Unknown<PostView>();

    public Task<PostView> Note(IncidentId incident, NoteCommand command, CancellationToken cancellationToken) => Unknown<PostView>();

    public Task<PostView> Pin(IncidentId incident, OperationId op, bool pinned, PostCommand command, CancellationToken cancellationToken) => Unknown<PostView>();

    public Task<PostView> StandDown(IncidentId incident, PostCommand command, CancellationToken cancellationToken) => Unknown<PostView>();
}
