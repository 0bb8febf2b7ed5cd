using CityGuard.Abstractions.Deployments;

namespace CityGuard.Client;

public sealed partial class CityGuardClient
{
    /// <summary>Posts that stand elsewhere than in the city package. Scope read.</summary>
    public Task<DeploymentView> GetDeploymentAsync(CancellationToken cancellationToken = default) => _transport.Deployment(cancellationToken);

    /// <summary>Moves posts, all together or none; boards follow within seconds. Scope command, over the whole city.</summary>
    /// <param name="command">Who, where to, and why.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<DeploymentView> MovePostsAsync(MovePostsCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _transport.MovePosts(command with { Command = command.Command ?? NewId() }, cancellationToken);
    }
}
