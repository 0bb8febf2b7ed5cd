using CityGuard.Abstractions.Deployments;

namespace CityGuard.Client.Transports;

/// <summary>Posts of responders, in the cluster.</summary>
internal sealed partial class ClusterTransport
{
    private readonly IDeploymentFront _deployment = cluster.GetGrain<IDeploymentFront>(0);

    public Task<DeploymentView> Deployment(CancellationToken cancellationToken) => _pipeline.Call(CallKind.Repeatable, () => _deployment.Get(_credential), cancellationToken);

    public Task<DeploymentView> MovePosts(MovePostsCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _deployment.Move(_credential, command), cancellationToken);
}
