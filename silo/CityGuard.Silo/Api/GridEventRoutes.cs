using CityGuard.Abstractions;
using CityGuard.Abstractions.GridEvents;
using CityGuard.Abstractions.Security;
using CityGuard.Abstractions.Wire;

namespace CityGuard.Silo.Api;

/// <summary>Grid events and 12345 tickets.</summary>
internal static class GridEventRoutes
{
    private const int UsualMost = 100;

    public static void MapGridEvents(this IEndpointRouteBuilder api)
    {
        api.MapPost(ApiRoutes.GridEvents, async (HttpContext http, IGrainFactory grains)
                => await http.With<GridEventReport>(async report => (await Front(grains).Report(http.Caller(), report))
                    .ToResult(receipt => Problems.Ok(receipt, receipt.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK))))
            .Needs(Scope.Ingest).Accepts<GridEventReport>("application/json").Produces<GridEventReceipt>(StatusCodes.Status201Created).Produces<GridEventReceipt>()
            .ProducesProblem(400).ProducesProblem(413).ProducesProblem(422).WithSummary("Collect a grid event or 12345 ticket. The same source and sourceId are the same event.");
        api.MapGet(ApiRoutes.GridEvents, async (HttpContext http, IGrainFactory grains, string area, string? step, bool? late, int? most)
                => (await Front(grains).Open(http.Caller(), area, step, late ?? false, most ?? UsualMost)).ToResult())
            .Needs(Scope.Read).Produces<IReadOnlyList<GridEventLine>>().ProducesProblem(400).ProducesProblem(404)
            .WithSummary("Open events of an area by due time; only those at a step, only late ones, when asked.");
        api.MapGet(ApiRoutes.GridEvent, async (HttpContext http, IGrainFactory grains, string id) => (await Front(grains).Get(http.Caller(), id)).ToResult())
            .Needs(Scope.Read).Produces<GridEventView>().ProducesProblem(404).WithSummary("One event, with what was done and by whom; its text only for who may read personal data.");
        Command<RegisterEventCommand>(api, ApiRoutes.RegisterEvent, "Take an event on; its category may be put right.", (front, caller, id, command) => front.Register(caller, id, command));
        Command<AssignEventCommand>(
            api, ApiRoutes.AssignEvent, "Assign it to a responder, a person or a department; to none named: to the department of its category. Never to who collected or checked it.",
            (front, caller, id, command) => front.Assign(caller, id, command));
        Command<EventCommand>(api, ApiRoutes.AcceptEvent, "The assignee takes it.", (front, caller, id, command) => front.Accept(caller, id, command));
        Command<HandledEventCommand>(api, ApiRoutes.HandledEvent, "Report it handled, with a result.", (front, caller, id, command) => front.Handled(caller, id, command));
        Command<CheckEventCommand>(
            api, ApiRoutes.CheckEvent, "Say whether it is as the handler said; where not, it goes back. Never by who collected or handled it.", (front, caller, id, command) => front.Check(caller, id, command));
        Command<EventCommand>(
            api, ApiRoutes.EvaluateEvent, "Measure each step against its due time, grade it by the city's table, and close it.", (front, caller, id, command) => front.Evaluate(caller, id, command));
        Command<RejectEventCommand>(api, ApiRoutes.RejectEvent, "Do not take it on, with a reason.", (front, caller, id, command) => front.Reject(caller, id, command));
        Command<EventCommand>(api, ApiRoutes.WithdrawEvent, "Withdraw it, with a note why.", (front, caller, id, command) => front.Withdraw(caller, id, command));
    }

    private static void Command<T>(IEndpointRouteBuilder api, string path, string summary, Func<IGridEventFront, Credential, string, T, Task<Answer<GridEventView>>> act)
        where T : class
        => api.MapPost(path, async (HttpContext http, IGrainFactory grains, string id)
                => await http.With<T>(async command => (await act(Front(grains), http.Caller(), id, command)).ToResult()))
            .Needs(Scope.Command).Accepts<T>("application/json").Produces<GridEventView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).WithSummary(summary);

    private static IGridEventFront Front(IGrainFactory grains) => grains.GetGrain<IGridEventFront>(0);
}
