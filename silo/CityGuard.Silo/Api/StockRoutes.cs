using CityGuard.Abstractions.Security;
using CityGuard.Abstractions.Stocks;
using CityGuard.Abstractions.Wire;

namespace CityGuard.Silo.Api;

/// <summary>What stations, districts and the city keep in stock.</summary>
internal static class StockRoutes
{
    public static void MapStocks(this IEndpointRouteBuilder api)
    {
        api.MapGet(ApiRoutes.Stocks, async (HttpContext http, IGrainFactory grains, string area) => (await Front(grains).Get(http.Caller(), area)).ToResult())
            .Needs(Scope.Read).Produces<StockView>().ProducesProblem(404).ProducesProblem(422).WithSummary("What an area keeps in stock: on the shelf, and out with incidents.");
        api.MapPut(ApiRoutes.Stock, async (HttpContext http, IGrainFactory grains, string area, string item)
                => await http.With<SetStockCommand>(async command => (await Front(grains).Set(http.Caller(), area, item, command)).ToResult()))
            .Needs(Scope.Command).Accepts<SetStockCommand>("application/json").Produces<StockView>()
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).WithSummary("Say how many of an item are on the shelf, after counting or filling it.");
    }

    private static IStockFront Front(IGrainFactory grains) => grains.GetGrain<IStockFront>(0);
}
