using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.Security;
using CityGuard.Abstractions.Wire;

namespace CityGuard.Silo.Api;

/// <summary>What a desk reads beside the incidents themselves.</summary>
internal static class DeskRoutes
{
    public static void MapDesk(this IEndpointRouteBuilder api)
    {
        api.MapGet(ApiRoutes.Candidates, async (HttpContext http, IGrainFactory grains, string id, string role)
                => (await grains.GetGrain<IDeskFront>(0).Candidates(http.Caller(), id, role)).ToResult())
            .Needs(Scope.Read).Produces<CandidateList>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409)
            .WithSummary("Who could be sent in a role now, with arrival and the reason why not; nothing is recorded.");
        api.MapGet(ApiRoutes.Timeline, async (HttpContext http, IGrainFactory grains, string id)
                => (await grains.GetGrain<IDeskFront>(0).Timeline(http.Caller(), id)).ToResult())
            .Needs(Scope.Read).Produces<IReadOnlyList<TimelineEntry>>().ProducesProblem(404).WithSummary("Everything that is recorded of an incident: who, when, why.");
        api.MapGet(ApiRoutes.Similar, async (HttpContext http, IGrainFactory grains, string id)
                => (await grains.GetGrain<IDeskFront>(0).Similar(http.Caller(), id)).ToResult())
            .Needs(Scope.Read).Produces<SimilarList>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(503)
            .WithSummary("Open incidents that may be one event with this one, likeliest first, with the reasons; nothing is recorded.");
    }
}
