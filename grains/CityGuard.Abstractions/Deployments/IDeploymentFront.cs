using CityGuard.Abstractions.Security;

namespace CityGuard.Abstractions.Deployments;

/// <summary>The door to the posts. A stateless worker: use key 0.</summary>
[Alias("CityGuard.IDeploymentFront")]
public interface IDeploymentFront : IGrainWithIntegerKey
{
    /// <summary>Which posts stand elsewhere than in the city package, and how that came to be. Scope read.</summary>
    [Alias("Get")]
    Task<Answer<DeploymentView>> Get(Credential caller);

    /// <summary>Moves posts. Durable when answered; boards follow within seconds. Scope command, over the whole city.</summary>
    [Alias("Move")]
    Task<Answer<DeploymentView>> Move(Credential caller, MovePostsCommand command);
}
