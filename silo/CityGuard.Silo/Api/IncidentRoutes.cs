using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Security;
using CityGuard.Abstractions.Wire;
using CityGuard.Abstractions;
using CityGuard.Domain.Areas;

namespace CityGuard.Silo.Api;

/// <summary>Incidents: report, look up, command.</summary>
internal static class IncidentRoutes
{
    public static void MapIncidents(this IEndpointRouteBuilder api)
    {
        api.MapPost(ApiRoutes.Incidents, Report).Needs(Scope.Ingest).Accepts<IncidentReport>("application/json")
            .Produces<ReportReceipt>(StatusCodes.Status201Created).Produces<ReportReceipt>().ProducesProblem(400).ProducesProblem(413).ProducesProblem(422)
            .WithSummary("Report an incident; answered once it is durable. The same source and sourceId again answers 200 with the same id.");
        api.MapGet(ApiRoutes.Incident, async (HttpContext http, IGrainFactory grains, string id)
                => (await grains.GetGrain<IIncidentFront>(0).Get(http.Caller(), id)).ToResult())
            .Needs(Scope.Read).Produces<IncidentView>().ProducesProblem(404).WithSummary("An incident with its times, assignments and decision log.");
        api.MapGet(ApiRoutes.Incidents, async (HttpContext http, IGrainFactory grains, string area, int? most)
                => (await grains.GetGrain<IIncidentFront>(0).Open(http.Caller(), area, most ?? 100)).ToResult())
            .Needs(Scope.Read).Produces<IReadOnlyList<IncidentLine>>().ProducesProblem(400).ProducesProblem(404).WithSummary("Open incidents of an area, late ones first, then the gravest, then who waits longest.");
        Command<RecallCommand>(api, ApiRoutes.Recall, "Take a responder off.", (front, caller, id, command) => front.Recall(caller, id, command));
        Command<ReassignCommand>(api, ApiRoutes.Reassign, "Replace one responder by another.", (front, caller, id, command) => front.Reassign(caller, id, command));
        Command<AddCommand>(api, ApiRoutes.Add, "Add a responder.", (front, caller, id, command) => front.Add(caller, id, command));
        Command<CloseCommand>(api, ApiRoutes.Close, "Release everyone and close.", (front, caller, id, command) => front.Close(caller, id, command));
        Command<ReceiptCommand>(api, ApiRoutes.Receipts, "Record that a crew has its order.", (front, caller, id, command) => front.Receive(caller, id, command));
        Command<ConfirmCommand>(api, ApiRoutes.Decline, "Decline those who were recommended for a role.", (front, caller, id, command) => front.Decline(caller, id, command));
        Command<ConfirmCommand>(api, ApiRoutes.Confirm, "Send those who were recommended for a role.", (front, caller, id, command) => front.Confirm(caller, id, command));
        api.MapPost(ApiRoutes.Automatic, SetAutomatic).Needs(Scope.Command).Accepts<AutomaticCommand>("application/json")
            .Produces<Done>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(422).WithSummary("Switch automatic dispatch of an area on or off.");
    }

    private static async Task<IResult> Report(HttpContext http, IGrainFactory grains)
    {
        var report = await JsonBody.Read<IncidentReport>(http.Request);
        if (!report.IsOk)
            return Problems.Problem(report.Refusal!);
        var answer = await grains.GetGrain<IIncidentFront>(0).Report(http.Caller(), report.Value!);
        return answer.ToResult(receipt =>
        {
            http.Response.Headers.Location = ApiRoutes.Incident.Replace("{id}", receipt.Id.Value, StringComparison.Ordinal);
            return Problems.Ok(receipt, receipt.Created ? StatusCodes.Status201Created : StatusCodes.Status200OK);
        });
    }

    private static void Command<T>(
        IEndpointRouteBuilder api, string path, string summary, Func<IIncidentFront, Credential, string, T, Task<Answer<IncidentView>>> act)
        where T : class
        => api.MapPost(path, async (HttpContext http, IGrainFactory grains, string id) =>
            {
                var command = await JsonBody.Read<T>(http.Request);
                return command.IsOk
                    ? (await act(grains.GetGrain<IIncidentFront>(0), http.Caller(), id, command.Value!)).ToResult()
                    : Problems.Problem(command.Refusal!);
            })
            .Needs(Scope.Command).Accepts<T>("application/json").Produces<IncidentView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).WithSummary(summary);

    private static async Task<IResult> SetAutomatic(HttpContext http, IGrainFactory grains, string area)
    {
        var body = await JsonBody.Read<AutomaticCommand>(http.Request);
        if (!body.IsOk)
            return Problems.Problem(body.Refusal!);
        if (!AreaId.TryParse(area, out var id))
            return Problems.Problem(new Refusal(RefusalCode.Unknown, $"There is no area '{area}'."));
        return (await grains.GetGrain<IIncidentFront>(0).SetAutomatic(http.Caller(), id, body.Value!.On, body.Value.Why, body.Value.Command)).ToResult();
    }
}
