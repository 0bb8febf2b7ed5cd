using System.Text.Json;
using System.Text.Json.Nodes;
using CityGuard.Tests.Shared;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests;

/// <summary>A planner's way through the commands: a scenario, its answer, a suggestion, the past.</summary>
public sealed class WhatIfTests(SampleHost host) : IClassFixture<SampleHost>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cityguard-whatif-").FullName;

    [Fact]
    public async Task A_scenario_is_made_checked_played_and_compared_with_the_present()
    {
        var file = await New("fewer", """[{"do":"remove","who":["p-C-0001","p-C-0002","p-C-0003","p-C-0004","p-C-0005"]},{"do":"demand","factor":6}]""");
        (await Run("scenario", "check", file, "--city", host.City)).ShouldContain("2 edits, no problems");
        var said = await Run("simulate", "--city", host.City, "--scenario", file, "--replications", "6", "--seed", "3", "--threads", "1", "--out", At("one"));
        said.ShouldContain("fewer against present: within ");
        await Run("simulate", "--city", host.City, "--scenario", file, "--replications", "6", "--seed", "3", "--threads", "2", "--out", At("two"), "--language", "zh-CN");

        // The same seed, the same bytes, on one thread and on two.
        (await File.ReadAllBytesAsync(At("two", "answer.json"), Token)).ShouldBe(await File.ReadAllBytesAsync(At("one", "answer.json"), Token));
        var answer = JsonDocument.Parse(await File.ReadAllTextAsync(At("one", "answer.json"), Token)).RootElement;
        answer.GetProperty("replications").GetInt32().ShouldBe(6);
        answer.GetProperty("differences")[0].GetProperty("figures").EnumerateArray().Single(f => f.GetProperty("name").GetString() == "meanResponse").GetProperty("value").GetProperty("mean").GetDouble().ShouldBeGreaterThan(0);
        (await File.ReadAllLinesAsync(At("one", "figures.csv"), Token)).ShouldContain(l => l.StartsWith("fewer - present,all,all,within,", StringComparison.Ordinal));
        JsonDocument.Parse(await File.ReadAllTextAsync(At("one", "map.geojson"), Token)).RootElement.GetProperty("features").GetArrayLength().ShouldBeGreaterThan(100);
        var (english, chinese) = (await File.ReadAllTextAsync(At("one", "report.html"), Token), await File.ReadAllTextAsync(At("two", "report.html"), Token));
        english.ShouldContain("What-if report");
        chinese.ShouldContain("推演报告");
        foreach (var page in (string[])[english, chinese])
            page.ShouldNotContain("http"); // one file that needs nothing else
    }

    /// <summary>The living city answers what the command answers, also after it was killed; posts that were adopted stay adopted.</summary>
    [Fact]
    public async Task The_living_city_answers_as_the_command_does_and_remembers_after_it_was_killed()
    {
        var file = await New("east", """[{"do":"move","who":["p-C-0001","p-C-0002"],"to":{"lon":113.31,"lat":23.11}},{"do":"demand","factor":6}]""");
        var (status, line) = await host.Post("/api/v1/scenarios?command=east", await File.ReadAllTextAsync(file, Token));
        status.ShouldBe(200, line.ToString());
        var id = line.GetProperty("id").GetString()!;
        await File.WriteAllTextAsync(At("saved.json"), await host.Http.GetStringAsync(new Uri($"/api/v1/scenarios/{id}", UriKind.Relative), Token), Token);
        await Run("simulate", "--city", host.City, "--scenario", At("saved.json"), "--replications", "6", "--seed", "3", "--out", At("alone"));
        var alone = await File.ReadAllTextAsync(At("alone", "answer.json"), Token);

        var (asked, run) = await host.Post("/api/v1/runs", $$"""{"question":{"scenarios":[{"id":"{{id}}","version":1}],"withPresent":true,"replications":6,"seed":3,"level":0.95},"command":"east-1"}""");
        asked.ShouldBe(200, run.ToString());
        var name = run.GetProperty("id").GetString()!;
        (await Answer(name)).ShouldBe(alone);

        var seen = await host.Get($"/api/v1/scenarios/{id}/adoption");
        var (adopted, posts) = await host.Post($"/api/v1/scenarios/{id}/adopt", $$"""{"version":1,"count":{{seen.GetProperty("count").GetInt32()}},"why":"thin in the east"}""");
        adopted.ShouldBe(200, posts.ToString());

        await host.KillAndRestart();
        (await Answer(name)).ShouldBe(alone, "it is played again from its question");
        var after = await host.Get("/api/v1/deployment");
        after.GetProperty("moved").EnumerateArray().Select(m => m.GetProperty("who").GetString()).ShouldBe(["p-C-0001", "p-C-0002"]);
        after.GetProperty("changes")[0].GetProperty("scenario").GetString().ShouldBe("east, version 1");
        var (code, output, errors) = await HostProcess.Run("journal", "verify", "--data", host.Data);
        code.ShouldBe(0, output + errors);
    }

    [Fact]
    public async Task What_is_wrong_is_named_line_by_line_and_nothing_is_written()
    {
        var file = await New("wrong", """[{"do":"remove","who":["p-C-9999"]},{"do":"demand","factor":-1}]""");
        var (code, _, errors) = await HostProcess.Run("simulate", "--city", host.City, "--scenario", file, "--out", At("none"));
        code.ShouldBe(2);
        errors.ShouldContain("cityguard: $.edits[0].who[0]: there is no responder 'p-C-9999' here");
        errors.ShouldContain("cityguard: $.edits[1].factor: calls are multiplied by 0 to 20, not by -1");
        Directory.Exists(At("none")).ShouldBeFalse();

        var other = At("other.json");
        await File.WriteAllTextAsync(other, """{"name":"other","city":"0123456789abcdef"}""", Token);
        (await Refused("scenario", "check", other, "--city", host.City)).ShouldContain("$.city: the scenario is made for a city with hash 0123456789ab");
        (await Refused("simulate", "--city", host.City, "--scenario", file, "--replications", "1", "--out", At("none"))).ShouldContain("$.edits[0]");
        (await Refused("simulate", "--city", host.City, "--scenario", At("missing.json"), "--out", At("none"))).ShouldContain("there is no file");
    }

    [Fact]
    public async Task A_suggestion_is_a_scenario_like_any_other()
    {
        var busy = await New("busy", """[{"do":"demand","factor":6}]""");
        var said = await Run("optimise", "--city", host.City, "--scenario", busy, "--kind", "patrolGroup", "--add", "3", "--ring", "60", "--race", "4", "--seconds", "0.5", "--out", At("better.json"));
        said.ShouldContain("no placement is better than");
        said.ShouldContain("the best gains");
        (await Run("scenario", "diff", busy, At("better.json"))).ShouldContain("+ $.edits[1]");
        (await Run("scenario", "schema")).ShouldContain("2020-12/schema");
    }

    [Fact]
    public async Task The_past_is_played_again_and_every_decision_is_the_same()
    {
        await host.Positions();
        for (var i = 0; i < 3; i++)
            (await host.Post("/api/v1/incidents", $$"""{"source":"past","sourceId":"{{i}}","type":"theft","severity":"low","location":{"cell":"c-000{{i + 10}}"} }""")).Status.ShouldBe(201);
        await Until.True(async () => Decisions(await Run("journal", "export", "--data", host.Data, "--out", At($"{Guid.NewGuid()}.jsonl"))) >= 3, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1));

        var fewer = await New("fewer", """[{"do":"remove","who":["p-C-0001","p-C-0002","p-C-0003"]}]""");
        var said = await Run("backtest", "--city", host.City, "--data", host.Data, "--scenario", fewer, "--replications", "4", "--out", At("past"));
        var (all, same) = (said.Split('\n').Single(l => l.Contains("recorded decisions", StringComparison.Ordinal)).Split(' '), 3);
        int.Parse(all[0], System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThanOrEqualTo(3);
        all[same].ShouldBe(all[0]);
        (await File.ReadAllLinesAsync(At("past", "incidents.csv"), Token)).Length.ShouldBe(4);

        var records = At("records.csv");
        await File.WriteAllTextAsync(records, "time,type,severity,cell\n" + string.Concat(Enumerable.Range(0, 200).Select(i => $"2026-11-{1 + (i / 10):00}T{i % 24:00}:00:00+08:00,theft,low,c-{1 + (i % 240):00000}\n")), Token);
        (await Run("demand", "fit", "--city", host.City, "--records", records, "--out", At("fitted.json"))).ShouldContain("log-likelihood a call of the last");
        (await Run("scenario", "check", At("fitted.json"), "--city", host.City)).ShouldContain("no problems");

        int Decisions(string _) => Directory.EnumerateFiles(_folder, "*.jsonl").Max(f => File.ReadLines(f).Count(l => l.Contains("\"Decided\"", StringComparison.Ordinal)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string At(params ReadOnlySpan<string> path) => Path.Combine([_folder, .. path]);

    private async Task<string> Answer(string run)
    {
        await Until.True(async () => (await host.Get($"/api/v1/runs/{run}")).GetProperty("phase").GetString() == "done");
        return await host.Http.GetStringAsync(new Uri($"/api/v1/runs/{run}/files/answer.json", UriKind.Relative), Token);
    }

    private async Task<string> New(string name, string edits)
    {
        var file = At($"{name}-{Guid.NewGuid():N}.json");
        await Run("scenario", "new", "--city", host.City, "--name", name, "--out", file);
        var scenario = JsonNode.Parse(await File.ReadAllTextAsync(file, Token))!;
        scenario["edits"] = JsonNode.Parse(edits);
        scenario["time"]!["days"] = 2;
        await File.WriteAllTextAsync(file, scenario.ToJsonString(), Token);
        return file;
    }

    private static async Task<string> Run(params string[] arguments)
    {
        var (code, said, errors) = await HostProcess.Run(arguments);
        code.ShouldBe(0, said + errors);
        return said;
    }

    private static async Task<string> Refused(params string[] arguments)
    {
        var (code, _, errors) = await HostProcess.Run(arguments);
        code.ShouldBe(2, errors);
        return errors;
    }
}
