using CityGuard.Abstractions.Readiness;
using CityGuard.Abstractions.Wire;

namespace CityGuard.Silo.Api;

/// <summary>Open to everyone: is the process alive, and has every board answered.</summary>
internal static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(ApiRoutes.Live, () => Results.Text("alive")).AllowAnonymous().WithTags("Health");
        routes.MapGet(ApiRoutes.Ready, async (IGrainFactory grains) =>
        {
            var health = await grains.GetGrain<IReadinessFront>(0).Health();
            return Problems.Ok(health, health.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        }).AllowAnonymous().WithTags("Health").Produces<CityHealth>().Produces<CityHealth>(StatusCodes.Status503ServiceUnavailable);
    }
}
