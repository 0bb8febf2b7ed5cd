using CityGuard.Abstractions.Deployments;
using CityGuard.Abstractions.Wire;

namespace CityGuard.Client.Transports;

/// <summary>Posts of responders, over HTTP.</summary>
internal sealed partial class HttpTransport
{
    public Task<DeploymentView> Deployment(CancellationToken cancellationToken) => Get<DeploymentView>(ApiRoutes.Deployment, CallKind.Repeatable, cancellationToken);

    public Task<DeploymentView> MovePosts(MovePostsCommand command, CancellationToken cancellationToken)
        => Exchange<DeploymentView>(HttpMethod.Post, ApiRoutes.DeploymentMoves, Body(command), CallKind.Repeatable, cancellationToken);
}
