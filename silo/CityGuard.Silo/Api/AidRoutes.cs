using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Security;
using CityGuard.Abstractions.Wire;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Readiness;

namespace CityGuard.Silo.Api;

/// <summary>Mutual aid and its price in readiness.</summary>
internal static class AidRoutes
{
    public static void MapAids(this IEndpointRouteBuilder api)
    {
        api.MapGet(ApiRoutes.ReadinessPrice, async (HttpContext http, IGrainFactory grains, string responders)
                => (await Front(grains).Price(http.Caller(), responders.Split(',', StringSplitOptions.TrimEntries))).ToResult())
            .Needs(Scope.Read).Produces<ReadinessPrice>().ProducesProblem(400).ProducesProblem(404).WithSummary("What readiness loses if these responders left now; silent sectors are named.");
        api.MapGet(ApiRoutes.ReadinessPrices, async (HttpContext http, IGrainFactory grains, string responders)
                => (await Front(grains).Prices(http.Caller(), responders.Split(',', StringSplitOptions.TrimEntries))).ToResult())
            .Needs(Scope.Read).Produces<IReadOnlyList<ReadinessPrice>>().ProducesProblem(400).ProducesProblem(404).WithSummary("What readiness loses if each of these responders left now alone.");
        api.MapGet(ApiRoutes.AidDonors, async (HttpContext http, IGrainFactory grains, string area) => (await Front(grains).Donors(http.Caller(), area)).ToResult())
            .Needs(Scope.Read).Produces<IReadOnlyList<AreaId>>().ProducesProblem(404).WithSummary("Whom an area may ask for aid.");
        api.MapPost(ApiRoutes.Aids, async (HttpContext http, IGrainFactory grains, string area)
                => await http.With<AidCommand>(async command => (await Front(grains).AskAid(http.Caller(), area, command)).ToResult(aid => Problems.Ok(aid, StatusCodes.Status201Created))))
            .Needs(Scope.Command).Accepts<AidCommand>("application/json").Produces<AidView>(StatusCodes.Status201Created)
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).WithSummary("Ask a neighbour, the district or the city for responders.");
        api.MapGet(ApiRoutes.Aids, async (HttpContext http, IGrainFactory grains, string area) => (await Front(grains).Aids(http.Caller(), area)).ToResult())
            .Needs(Scope.Read).Produces<IReadOnlyList<AidView>>().ProducesProblem(404).WithSummary("Open requests of which the area, or one below it, is one side.");
        api.MapGet(ApiRoutes.Aid, async (HttpContext http, IGrainFactory grains, string area, string aid) => (await Front(grains).Aid(http.Caller(), area, aid)).ToResult())
            .Needs(Scope.Read).Produces<AidView>().ProducesProblem(404).WithSummary("One request for aid, with its price as it was at the consent.");
        Answer<ConsentCommand>(api, ApiRoutes.AidConsent, "Consent with the price known; refused when it has become worse.", (front, caller, area, aid, command) => front.Consent(caller, area, aid, command));
        Answer<AidAnswer>(api, ApiRoutes.AidDecline, "Decline a request.", (front, caller, area, aid, answer) => front.Decline(caller, area, aid, answer));
        Answer<AidAnswer>(api, ApiRoutes.AidEnd, "End an aid before its time, or take a request back.", (front, caller, area, aid, answer) => front.EndAid(caller, area, aid, answer));
    }

    private static void Answer<T>(
        IEndpointRouteBuilder api, string path, string summary, Func<IAreaFront, Credential, string, string, T, Task<Abstractions.Answer<AidView>>> act)
        where T : class
        => api.MapPost(path, async (HttpContext http, IGrainFactory grains, string area, string aid)
                => await http.With<T>(async body => (await act(Front(grains), http.Caller(), area, aid, body)).ToResult()))
            .Needs(Scope.Command).Accepts<T>("application/json").Produces<AidView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).WithSummary(summary);

    private static IAreaFront Front(IGrainFactory grains) => grains.GetGrain<IAreaFront>(0);
}
