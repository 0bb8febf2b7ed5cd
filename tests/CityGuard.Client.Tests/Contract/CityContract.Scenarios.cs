using System.Text.Json.Nodes;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Scenarios;
using CityGuard.Domain.Scenarios;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Contract;

public abstract partial class CityContract
{
    [Fact]
    public async Task A_planner_forks_edits_saves_asks_and_adopts()
    {
        var name = "what-if " + GetType().Name;
        var file = JsonNode.Parse(await Client.ForkCityAsync(name, Token))!.AsObject();
        file["live"]!["responders"]!.AsArray().Count.ShouldBeGreaterThan(0);
        var to = city.City.Cells.Centres[^1];
        file["edits"] = new JsonArray(new JsonObject { ["do"] = "move", ["who"] = new JsonArray("p-C-0004"), ["to"] = new JsonObject { ["lon"] = to.Lon, ["lat"] = to.Lat } });
        file["time"]!["days"] = 0.25;
        var line = await Client.SaveScenarioAsync(new SaveScenarioCommand(file.ToJsonString()), Token);
        (line.Name, line.Version).ShouldBe((name, 1));
        file["note"] = "a second version";
        var second = await Client.SaveScenarioAsync(new SaveScenarioCommand(file.ToJsonString(), line.Id, 1), Token);
        second.Version.ShouldBe(2);
        (await Refused(() => Client.SaveScenarioAsync(new SaveScenarioCommand(file.ToJsonString(), line.Id, 1), Token))).ShouldBe(RefusalCode.Conflict);
        JsonNode.Parse(await Client.GetScenarioAsync(line.Id, cancellationToken: Token))!["note"]!.GetValue<string>().ShouldBe("a second version");
        (await Client.ListScenariosAsync(Token)).ShouldContain(l => l == second);

        var run = await Client.AskRunAsync(new AskRunCommand(new RunQuestion([new ScenarioRef(line.Id, 2)], true, 4, 1, 0.95, null)), Token);
        for (var tries = 0; run.Phase is RunPhase.Preparing or RunPhase.Playing && tries < 600; tries++)
        {
            await Task.Delay(50, Token);
            run = await Client.GetRunAsync(run.Id, Token);
        }

        run.ShouldSatisfyAllConditions(r => r.Phase.ShouldBe(RunPhase.Done, r.Fault), r => r.Counted.ShouldBe(4), r => r.Names.ShouldBe(["present", name]));
        JsonNode.Parse(await Client.GetRunFileAsync(run.Id, RunFile.Answer, Token))!["replications"]!.GetValue<int>().ShouldBe(4);
        (await Client.GetRunFileAsync(run.Id, RunFile.Figures, Token)).ShouldStartWith("scenario,dimension,key");
        (await Client.GetRunFileAsync(run.Id, RunFile.Report, Token)).ShouldContain("<html");
        (await Client.CancelRunAsync(run.Id, Token)).Id.ShouldBe(run.Id);

        var seen = await Client.GetAdoptionAsync(line.Id, 2, Token);
        seen.Moves.ShouldHaveSingleItem().Who.Value.ShouldBe("p-C-0004");
        (await Client.AdoptScenarioAsync(line.Id, new AdoptScenarioCommand(2, seen.Count, "thin"), Token)).Moved.ShouldContain(m => m.Who.Value == "p-C-0004");
        (await Refused(() => Client.AdoptScenarioAsync(line.Id, new AdoptScenarioCommand(2, seen.Count, "thin"), Token))).ShouldBe(RefusalCode.Conflict);
        (await Client.DiscardScenarioAsync(line.Id, new DiscardScenarioCommand("done"), Token)).Id.ShouldBe(line.Id);
        (await Client.ListScenariosAsync(Token)).ShouldNotContain(l => l.Id == line.Id);
        await Client.MovePostsAsync(new Abstractions.Deployments.MovePostsCommand("back", [new Domain.Deployments.PostMove(Domain.Responders.ResponderId.Parse("p-C-0004"), null)]), Token);
    }

    [Fact]
    public async Task What_is_wrong_with_a_scenario_is_named_by_path()
    {
        var bad = """{"name":"bad","city":"another"}""";
        var refusal = await Should.ThrowAsync<CityGuardException>(() => Client.SaveScenarioAsync(new SaveScenarioCommand(bad), Token));
        (refusal.Code, refusal.Message).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(RefusalCode.Unprocessable), r => r.Message.ShouldContain("$.city"));
        (await Refused(() => Client.GetScenarioAsync("sc-none", cancellationToken: Token))).ShouldBe(RefusalCode.Unknown);
        (await Refused(() => Client.GetRunAsync("sr-none", Token))).ShouldBe(RefusalCode.Unknown);
        (await Refused(() => Client.GetRunFileAsync("sr-none", RunFile.Map, Token))).ShouldBe(RefusalCode.Unknown);
        (await Refused(() => Client.GetAdoptionAsync("sc-none", cancellationToken: Token))).ShouldBe(RefusalCode.Unknown);
        using var reader = Connect(city.ReadKey);
        (await Refused(() => reader.SaveScenarioAsync(new SaveScenarioCommand(bad), Token))).ShouldBe(RefusalCode.Forbidden);
        (await Refused(() => reader.AskRunAsync(new AskRunCommand(new RunQuestion([new ScenarioRef("sc-none", 1)], false, 4, 1, 0.95, null)), Token))).ShouldBe(RefusalCode.Forbidden);
    }
}
