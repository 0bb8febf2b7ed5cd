using System.Text;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Deployments;
using CityGuard.Abstractions.Scenarios;
using CityGuard.Abstractions.Security;
using CityGuard.Abstractions.Wire;
using Microsoft.AspNetCore.Mvc;

namespace CityGuard.Silo.Api;

/// <summary>What-if scenarios: saved, forked, adopted. A scenario travels as its file.</summary>
internal static class ScenarioRoutes
{
    private const string Json = "application/json";
    private const int Limit = 17 << 20; // a little more than the door takes, so that it can say so

    public static void MapScenarios(this IEndpointRouteBuilder api)
    {
        api.MapGet(ApiRoutes.Scenarios, async (HttpContext http, IGrainFactory grains) => (await Front(grains).List(http.Caller())).ToResult())
            .Needs(Scope.Read).Produces<IReadOnlyList<ScenarioLine>>().WithSummary("Saved scenarios, the latest first.");
        api.MapPost(ApiRoutes.Scenarios, (HttpContext http, IGrainFactory grains, string? command) => Save(http, grains, null, null, command))
            .Needs(Scope.Command).Accepts<object>(Json).Produces<ScenarioLine>().ProducesProblem(400).ProducesProblem(409).ProducesProblem(413).ProducesProblem(422)
            .WithMetadata(new RequestSizeLimitAttribute(Limit)).WithSummary("Save a scenario file. What is wrong with it is named all at once, by path.");
        api.MapGet(ApiRoutes.Scenario, async (HttpContext http, IGrainFactory grains, string id, int? version)
                => (await Front(grains).Get(http.Caller(), id, version ?? 0)).ToResult(saved => Results.Text(saved.Text, Json, Encoding.UTF8)))
            .Needs(Scope.Read).Produces<object>().ProducesProblem(404).WithSummary("The file of a saved scenario, of its latest version or another.");
        api.MapPut(ApiRoutes.Scenario, (HttpContext http, IGrainFactory grains, string id, int? ifVersion, string? command) => Save(http, grains, id, ifVersion, command))
            .Needs(Scope.Command).Accepts<object>(Json).Produces<ScenarioLine>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413).ProducesProblem(422)
            .WithMetadata(new RequestSizeLimitAttribute(Limit)).WithSummary("Save a new version of a scenario.");
        api.MapPost(ApiRoutes.ScenarioDiscard, async (HttpContext http, IGrainFactory grains, string id)
                => await http.With<DiscardScenarioCommand>(async command => (await Front(grains).Discard(http.Caller(), id, command)).ToResult()))
            .Needs(Scope.Command).Accepts<DiscardScenarioCommand>(Json).Produces<ScenarioLine>().ProducesProblem(400).ProducesProblem(404).WithSummary("Take a scenario off the list.");
        api.MapGet(ApiRoutes.Fork, async (HttpContext http, IGrainFactory grains, string name)
                => (await Front(grains).Fork(http.Caller(), name)).ToResult(text => Results.Text(text, Json, Encoding.UTF8)))
            .Needs(Scope.Read).Produces<object>().ProducesProblem(400).ProducesProblem(503).WithSummary("A scenario file that begins with the living city as it stands now. Nothing is saved, and nothing personal is in it.");
        api.MapGet(ApiRoutes.ScenarioAdoption, async (HttpContext http, IGrainFactory grains, string id, int? version) => (await Front(grains).Adoption(http.Caller(), id, version ?? 0)).ToResult())
            .Needs(Scope.Read).Produces<AdoptionView>().ProducesProblem(404).ProducesProblem(503).WithSummary("What adopting a scenario would change, and for whom.");
        api.MapPost(ApiRoutes.ScenarioAdopt, async (HttpContext http, IGrainFactory grains, string id)
                => await http.With<AdoptScenarioCommand>(async command => (await Front(grains).Adopt(http.Caller(), id, command)).ToResult()))
            .Needs(Scope.Command).Accepts<AdoptScenarioCommand>(Json).Produces<DeploymentView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Adopt a scenario: the living city gets its posts.");
    }

    private static async Task<IResult> Save(HttpContext http, IGrainFactory grains, string? id, int? ifVersion, string? command)
    {
        if (!http.Request.HasJsonContentType())
            return Problems.Problem(new Refusal(RefusalCode.Malformed, "The body must be JSON with Content-Type application/json."));
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(http.RequestAborted);
        return (await Front(grains).Save(http.Caller(), new SaveScenarioCommand(text, id, ifVersion, command))).ToResult(saved => Results.Ok(saved.Line));
    }

    private static IScenarioFront Front(IGrainFactory grains) => grains.GetGrain<IScenarioFront>(0);
}
