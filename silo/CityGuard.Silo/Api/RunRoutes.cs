using System.Text;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Scenarios;
using CityGuard.Abstractions.Security;
using CityGuard.Abstractions.Wire;

namespace CityGuard.Silo.Api;

/// <summary>Questions asked of scenarios, and their answers.</summary>
internal static class RunRoutes
{
    public static void MapRuns(this IEndpointRouteBuilder api)
    {
        api.MapPost(ApiRoutes.Runs, async (HttpContext http, IGrainFactory grains)
                => await http.With<AskRunCommand>(async command => (await Front(grains).Ask(http.Caller(), command)).ToResult()))
            .Needs(Scope.Command).Accepts<AskRunCommand>("application/json").Produces<RunView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithSummary("Ask a question of saved scenarios. Playing begins at once; the same command again is the same run.");
        api.MapGet(ApiRoutes.Run, async (HttpContext http, IGrainFactory grains, string id) => (await Front(grains).Run(http.Caller(), id)).ToResult())
            .Needs(Scope.Read).Produces<RunView>().ProducesProblem(404).WithSummary("How far a run is, with the intervals so far.");
        api.MapPost(ApiRoutes.RunCancel, async (HttpContext http, IGrainFactory grains, string id) => (await Front(grains).Cancel(http.Caller(), id)).ToResult())
            .Needs(Scope.Command).Produces<RunView>().ProducesProblem(404).WithSummary("Give a run up.");
        api.MapGet(ApiRoutes.RunFile, File)
            .Needs(Scope.Read).Produces<string>().ProducesProblem(404).ProducesProblem(409)
            .WithSummary("A file of the answer: answer.json, figures.csv, responders.csv, map.geojson, report.html, report.zh-CN.html.");
    }

    private static async Task<IResult> File(HttpContext http, IGrainFactory grains, string id, string file)
        => RunFiles.TryParse(file, out var known)
            ? (await Front(grains).File(http.Caller(), id, known)).ToResult(text => Results.File(Encoding.UTF8.GetBytes(text), RunFiles.TypeOf(known) + "; charset=utf-8", $"{id}-{file}"))
            : Problems.Problem(new Refusal(RefusalCode.Unknown, $"an answer has no file '{file}'"));

    private static IScenarioFront Front(IGrainFactory grains) => grains.GetGrain<IScenarioFront>(0);
}
