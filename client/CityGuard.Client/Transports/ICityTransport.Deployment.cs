using CityGuard.Abstractions.Deployments;

namespace CityGuard.Client.Transports;

/// <summary>What concerns posts of responders.</summary>
internal partial interface ICityTransport
{
    Task<DeploymentView> Deployment(CancellationToken cancellationToken);

    Task<DeploymentView> MovePosts(MovePostsCommand command, CancellationToken cancellationToken);
}
