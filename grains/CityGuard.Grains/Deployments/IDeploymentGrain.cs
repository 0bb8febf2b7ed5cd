using CityGuard.Abstractions;
using CityGuard.Abstractions.Deployments;
using Orleans.Concurrency;

namespace CityGuard.Grains.Deployments;

/// <summary>Where the city's responders are posted. Keyed by the city's area id.</summary>
[Alias("CityGuard.Grains.IDeploymentGrain")]
internal interface IDeploymentGrain : IGrainWithStringKey
{
    /// <summary>Moves posts, all together or none. Journaled before it answers.</summary>
    [Alias("Move")]
    Task<Answer<DeploymentView>> Move(MovePostsCommand command, string by);

    [Alias("View"), AlwaysInterleave]
    Task<DeploymentView> View();
}
