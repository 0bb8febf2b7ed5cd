using CityGuard.Abstractions.Readiness;
using CityGuard.Abstractions.Security;
using CityGuard.Abstractions.Wire;
using CityGuard.Cities;

namespace CityGuard.Silo.Api;

/// <summary>Circles and counts.</summary>
internal static class ReadinessRoutes
{
    public static void MapReadiness(this IEndpointRouteBuilder api)
    {
        api.MapGet(ApiRoutes.CellReadiness, async (HttpContext http, IGrainFactory grains, string id)
                => (await grains.GetGrain<IReadinessFront>(0).Cell(http.Caller(), id)).ToResult())
            .Needs(Scope.Read).Produces<CircleView>().ProducesProblem(404).WithSummary("Who would reach this cell, in how many seconds, against which ring.");
        api.MapGet(ApiRoutes.TargetReadiness, async (HttpContext http, IGrainFactory grains, string id)
                => (await grains.GetGrain<IReadinessFront>(0).Target(http.Caller(), id)).ToResult())
            .Needs(Scope.Read).Produces<CircleView>().ProducesProblem(404).WithSummary("Who would reach this key target, who is missing, who alone holds it.");
        api.MapGet(ApiRoutes.Readiness, async (HttpContext http, IGrainFactory grains, CityModel city, string? area)
                => (await grains.GetGrain<IReadinessFront>(0).Summary(http.Caller(), area ?? city.Areas[0].Id.Value)).ToResult())
            .Needs(Scope.Read).Produces<ReadinessSummary>().ProducesProblem(404).WithSummary("Counts by level, weighted by people too; without area the whole city.");
        api.MapGet(ApiRoutes.FragileTargets, async (HttpContext http, IGrainFactory grains, CityModel city, string? area, int? most)
                => (await grains.GetGrain<IReadinessFront>(0).Fragile(http.Caller(), area ?? city.Areas[0].Id.Value, most ?? 50)).ToResult())
            .Needs(Scope.Read).Produces<IReadOnlyList<FragileTarget>>().ProducesProblem(400).ProducesProblem(404).WithSummary("Targets about to break, by grade; those broken already come last in each. The counts of all are in the summary.");
    }
}
