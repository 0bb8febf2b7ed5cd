using CityGuard.Abstractions.Deployments;

namespace CityGuard.Client.Tests.Field;

/// <summary>Posts, of which this city says nothing.</summary>
internal sealed partial class FakeCity
{
    public Task<DeploymentView> Deployment(CancellationToken cancellationToken) => Unknown<DeploymentView>();

    public Task<DeploymentView> MovePosts(MovePostsCommand command, CancellationToken cancellationToken) => Unknown<DeploymentView>();
}
