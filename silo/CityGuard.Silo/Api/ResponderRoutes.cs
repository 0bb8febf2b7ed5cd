using System.Globalization;
using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Security;
using CityGuard.Abstractions.Wire;
using CityGuard.Abstractions;

namespace CityGuard.Silo.Api;

/// <summary>Crews and trackers: positions, status, orders.</summary>
internal static class ResponderRoutes
{
    public static void MapResponders(this IEndpointRouteBuilder api)
    {
        api.MapPost(ApiRoutes.Positions, Positions).Needs(Scope.Ingest).Accepts<IReadOnlyList<PositionReport>>("application/json")
            .Produces<PositionReceipt>(StatusCodes.Status202Accepted).ProducesProblem(400).ProducesProblem(413)
            .WithSummary("A batch of 1 to 1,000 positions; each rejected item is named with its reason. Accepted is not durable.");
        api.MapPost(ApiRoutes.Status, Status).Needs(Scope.Ingest).Accepts<StatusReport>("application/json")
            .Produces<Done>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Progress of the assignment held, or the responder's own availability; answered once it is durable.");
        api.MapGet(ApiRoutes.Responder, async (HttpContext http, IGrainFactory grains, string id)
                => (await grains.GetGrain<IResponderFront>(0).Get(http.Caller(), id)).ToResult())
            .Needs(Scope.Read).Produces<ResponderView>().ProducesProblem(404).WithSummary("A responder with its state and the age of its position.");
        api.MapGet(ApiRoutes.Orders, Orders).Needs(Scope.Ingest).Produces<OrderBatch>().ProducesProblem(400).ProducesProblem(404)
            .WithSummary("Orders of a responder, or of all at home in an area, after a mark; waits up to `wait` seconds (0 to 25, default 25).");
    }

    private static async Task<IResult> Positions(HttpContext http, IGrainFactory grains)
    {
        var batch = await JsonBody.Read<IReadOnlyList<PositionReport>>(http.Request);
        return batch.IsOk
            ? (await grains.GetGrain<IResponderFront>(0).ReportPositions(http.Caller(), batch.Value!))
                .ToResult(receipt => Problems.Ok(receipt, StatusCodes.Status202Accepted))
            : Problems.Problem(batch.Refusal!);
    }

    private static async Task<IResult> Status(HttpContext http, IGrainFactory grains, string id)
    {
        var status = await JsonBody.Read<StatusReport>(http.Request);
        return status.IsOk
            ? (await grains.GetGrain<IResponderFront>(0).ReportStatus(http.Caller(), id, status.Value!)).ToResult()
            : Problems.Problem(status.Refusal!);
    }

    private static async Task<IResult> Orders(HttpContext http, IGrainFactory grains, string? responder, string? after, string? wait)
    {
        if (string.IsNullOrEmpty(responder))
            return Problems.Problem(new Refusal(RefusalCode.Malformed, "The query needs responder= with a responder id or an area id."));
        var seconds = 25.0;
        if (wait is not null && (!double.TryParse(wait, NumberStyles.Float, CultureInfo.InvariantCulture, out seconds) || !(seconds is >= 0 and <= 25)))
            return Problems.Problem(new Refusal(RefusalCode.Malformed, "wait takes 0 to 25 seconds."));
        return (await grains.GetGrain<IResponderFront>(0).Orders(http.Caller(), responder, after ?? "", TimeSpan.FromSeconds(seconds))).ToResult();
    }
}
