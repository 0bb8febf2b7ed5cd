using CityGuard.Abstractions.Duty;
using CityGuard.Abstractions.Security;
using CityGuard.Abstractions.Wire;

namespace CityGuard.Silo.Api;

/// <summary>Graded duty.</summary>
internal static class DutyRoutes
{
    public static void MapDuty(this IEndpointRouteBuilder api)
    {
        api.MapPost(ApiRoutes.Duty, async (HttpContext http, IGrainFactory grains, string area)
                => await http.With<DutyCommand>(async command => (await Front(grains).Set(http.Caller(), area, command)).ToResult()))
            .Needs(Scope.Command).Accepts<DutyCommand>("application/json").Produces<DutyView>()
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).WithSummary("Order a duty level for a sector, a district or the city, and all below it, for a time.");
        api.MapGet(ApiRoutes.Duty, async (HttpContext http, IGrainFactory grains, string area) => (await Front(grains).Duty(http.Caller(), area)).ToResult())
            .Needs(Scope.Read).Produces<DutyView>().ProducesProblem(404).ProducesProblem(422).WithSummary("The duty level in force, by whose order, until when; and that of each sector.");
        api.MapDelete(ApiRoutes.Duty, async (HttpContext http, IGrainFactory grains, string area, string why, long? order, string? command)
                => (await Front(grains).End(http.Caller(), area, new EndDutyCommand(why, order, string.IsNullOrEmpty(command) ? null : command))).ToResult())
            .Needs(Scope.Command).Produces<DutyView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).WithSummary("End an order of the area before its time.");
        api.MapPost(ApiRoutes.DutyReceipts, async (HttpContext http, IGrainFactory grains, string area)
                => await http.With<AcknowledgeDutyCommand>(async command => (await Front(grains).Acknowledge(http.Caller(), area, command)).ToResult()))
            .Needs(Scope.Command).Accepts<AcknowledgeDutyCommand>("application/json").Produces<DutyView>()
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).WithSummary("A sector acknowledges measures of a duty level that it is under; not by whoever ordered it.");
    }

    private static IDutyFront Front(IGrainFactory grains) => grains.GetGrain<IDutyFront>(0);
}
