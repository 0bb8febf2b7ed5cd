using CityGuard.Abstractions.Deployments;
using CityGuard.Abstractions.Security;
using CityGuard.Abstractions.Wire;

namespace CityGuard.Silo.Api;

/// <summary>Where responders are posted.</summary>
internal static class DeploymentRoutes
{
    public static void MapDeployment(this IEndpointRouteBuilder api)
    {
        api.MapGet(ApiRoutes.Deployment, async (HttpContext http, IGrainFactory grains) => (await Front(grains).Get(http.Caller())).ToResult())
            .Needs(Scope.Read).Produces<DeploymentView>().WithSummary("Posts that stand elsewhere than in the city package, and who moved them, when and why.");
        api.MapPost(ApiRoutes.DeploymentMoves, async (HttpContext http, IGrainFactory grains)
                => await http.With<MovePostsCommand>(async command => (await Front(grains).Move(http.Caller(), command)).ToResult()))
            .Needs(Scope.Command).Accepts<MovePostsCommand>("application/json").Produces<DeploymentView>()
            .ProducesProblem(400).ProducesProblem(409).ProducesProblem(422).WithSummary("Move posts, all together or none. Boards follow within seconds.");
    }

    private static IDeploymentFront Front(IGrainFactory grains) => grains.GetGrain<IDeploymentFront>(0);
}
