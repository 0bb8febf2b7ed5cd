using CityGuard.Abstractions.GridEvents;
using CityGuard.Abstractions.Security;
using CityGuard.Abstractions.Wire;

namespace CityGuard.Silo.Api;

/// <summary>Handing over between 12345 and 110.</summary>
internal static class TransferRoutes
{
    public static void MapTransfers(this IEndpointRouteBuilder api)
    {
        api.MapPost(ApiRoutes.TransferTo110, async (HttpContext http, IGrainFactory grains, string id)
                => await http.With<TransferTo110Command>(async command => (await Front(grains).To110(http.Caller(), id, command)).ToResult()))
            .Needs(Scope.Command).Accepts<TransferTo110Command>("application/json").Produces<TransferReceipt>()
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Hand a ticket over to 110 in one step: it ends and goes on as an incident, linked both ways. A repeat answers the same ids.");
        api.MapPost(ApiRoutes.TransferTo12345, async (HttpContext http, IGrainFactory grains, string id)
                => await http.With<TransferTo12345Command>(async command => (await Front(grains).To12345(http.Caller(), id, command)).ToResult()))
            .Needs(Scope.Command).Accepts<TransferTo12345Command>("application/json").Produces<TransferReceipt>()
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Hand an incident over to 12345 in one step: its crews are given back, it closes and goes on as a ticket, linked both ways. A repeat answers the same ids.");
    }

    private static ITransferFront Front(IGrainFactory grains) => grains.GetGrain<ITransferFront>(0);
}
