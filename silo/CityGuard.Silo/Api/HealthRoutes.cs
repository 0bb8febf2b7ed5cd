using CityGuard.Abstractions.Readiness;
using CityGuard.Abstractions.Wire;

namespace CityGuard.Silo.Api;

/// <summary>Open to everyone: is the process alive, and how does the city stand.</summary>
internal static class HealthRoutes
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(ApiRoutes.Live, () => Results.Text("alive")).AllowAnonymous().WithTags("Health");
        routes.MapGet(ApiRoutes.Ready, async (IGrainFactory grains) =>
        {
            var health = await grains.GetGrain<IReadinessFront>(0).Health();
            return Problems.Ok(health, StatusOf(health.State));
        }).AllowAnonymous().WithTags("Health").Produces<CityHealth>().Produces<CityHealth>(StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>
    /// 200 tells whoever spreads the load to send reports here, 503 to send them elsewhere. A degraded city still acknowledges what it is told and keeps it, so taking it out
    /// would lose calls for nothing. One that is starting lets incidents wait, and one that is read-only acknowledges nothing: there another silo, if there is one, serves better.
    /// </summary>
    private static int StatusOf(HealthState state) => state switch
    {
        HealthState.Ready or HealthState.Degraded => StatusCodes.Status200OK,
        _ => StatusCodes.Status503ServiceUnavailable,
    };
}
