using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Security;
using CityGuard.Abstractions.Wire;

namespace CityGuard.Silo.Api;

/// <summary>The life of an area: its daily board, its hand-overs and its mode.</summary>
internal static class AreaRoutes
{
    public static void MapAreas(this IEndpointRouteBuilder api)
    {
        api.MapGet(ApiRoutes.AreaBoard, async (HttpContext http, IGrainFactory grains, string area)
                => (await Front(grains).Board(http.Caller(), area)).ToResult())
            .Needs(Scope.Read).Produces<AreaBoard>().ProducesProblem(404).ProducesProblem(422)
            .WithSummary("Calls by type today against yesterday and the same weekday of last week, what hangs, who is on duty. What is not known is null, never zero.");
        api.MapPost(ApiRoutes.HandOvers, async (HttpContext http, IGrainFactory grains, string area)
                => await http.With<HandOverCommand>(async command => (await Front(grains).HandOver(http.Caller(), area, command)).ToResult(sheet => Problems.Ok(sheet, StatusCodes.Status201Created))))
            .Needs(Scope.Command).Accepts<HandOverCommand>("application/json").Produces<HandOverView>(StatusCodes.Status201Created)
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).WithSummary("Make a hand-over sheet of how the area stands now.");
        api.MapGet(ApiRoutes.HandOvers, async (HttpContext http, IGrainFactory grains, string area, int? most)
                => (await Front(grains).Sheets(http.Caller(), area, most ?? 20)).ToResult())
            .Needs(Scope.Read).Produces<IReadOnlyList<HandOverView>>().ProducesProblem(400).ProducesProblem(404).WithSummary("The last hand-over sheets of an area, newest first.");
        api.MapGet(ApiRoutes.HandOver, async (HttpContext http, IGrainFactory grains, string area, string sheet)
                => (await Front(grains).Sheet(http.Caller(), area, sheet)).ToResult())
            .Needs(Scope.Read).Produces<HandOverView>().ProducesProblem(404).WithSummary("One hand-over sheet; its notes only for who may read personal data.");
        api.MapPost(ApiRoutes.Acknowledge, async (HttpContext http, IGrainFactory grains, string area, string sheet)
                => await http.With<AcknowledgeCommand>(async command => (await Front(grains).Acknowledge(http.Caller(), area, sheet, command)).ToResult()))
            .Needs(Scope.Command).Accepts<AcknowledgeCommand>("application/json").Produces<HandOverView>()
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).WithSummary("Take over by the last sheet; the one who made it cannot.");
        api.MapPost(ApiRoutes.Mode, async (HttpContext http, IGrainFactory grains, string area)
                => await http.With<ModeCommand>(async command => (await Front(grains).SetMode(http.Caller(), area, command)).ToResult()))
            .Needs(Scope.Command).Accepts<ModeCommand>("application/json").Produces<Done>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Say how much goes by itself in an area and all below it: automatic, recommend (a person confirms) or manual (a person chooses).");
        api.MapGet(ApiRoutes.Mode, async (HttpContext http, IGrainFactory grains, string area)
                => (await Front(grains).Modes(http.Caller(), area)).ToResult())
            .Needs(Scope.Read).Produces<AreaModes>().ProducesProblem(404).ProducesProblem(422).WithSummary("What was said here of how much goes by itself, and what counts in each sector, with who said it and why.");
    }

    /// <summary>Answers by the body, or with what is wrong with it.</summary>
    internal static async Task<IResult> With<T>(this HttpContext http, Func<T, Task<IResult>> answer)
        where T : class
    {
        var body = await JsonBody.Read<T>(http.Request);
        return body.IsOk ? await answer(body.Value!) : Problems.Problem(body.Refusal!);
    }

    private static IAreaFront Front(IGrainFactory grains) => grains.GetGrain<IAreaFront>(0);
}
