using CityGuard.Abstractions;
using CityGuard.Abstractions.Scenarios;
using CityGuard.Grains.Scenarios;
using CityGuard.Grains.Tests.Cluster;
using CityGuard.Grains.Tests.Protocol;
using CityGuard.Simulation.Scenarios;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Scenarios;

/// <summary>Scenarios are kept with their versions, and what cannot be played is refused with its path.</summary>
public sealed class ScenarioTests(City city) : IClassFixture<City>
{
    private IScenarioFront Front => city.Grains.GetGrain<IScenarioFront>(0);

    [Fact]
    public async Task A_scenario_is_saved_listed_changed_and_taken_off_the_list()
    {
        var first = (await Front.Save(OpenDoor.Key, new SaveScenarioCommand(Text(Night), Command: "night"))).Value.ShouldNotBeNull();
        (first.Line.Name, first.Line.Version, first.Line.By).ShouldBe(("night", 1, "tester"));
        (await Front.Save(OpenDoor.Key, new SaveScenarioCommand(Text(Night), Command: "night"))).Value!.Line.ShouldBe(first.Line);
        (await Front.Save(OpenDoor.Key, new SaveScenarioCommand(Text(Night with { Name = "other" }), Command: "night"))).Refusal!.Code.ShouldBe(RefusalCode.Conflict);

        var changed = Night with { Note = "two more", Edits = [new MoveEdit(["p-C-0001"], city.Model.Cells.Centres[3])] };
        var second = (await Front.Save(OpenDoor.Key, new SaveScenarioCommand(Text(changed), first.Line.Id, IfVersion: 1))).Value.ShouldNotBeNull();
        (second.Line.Id, second.Line.Version, second.Line.Note).ShouldBe((first.Line.Id, 2, "two more"));
        (await Front.Save(OpenDoor.Key, new SaveScenarioCommand(Text(Night), first.Line.Id, IfVersion: 1))).Refusal!.Reason.ShouldContain("tester saved version 2");

        await City.Deactivate(city.Grains.GetGrain<IScenarioGrain>(first.Line.Id));
        ScenarioJson.Read((await Front.Get(OpenDoor.Key, first.Line.Id, 1)).Value!.Text).Edits.ShouldBeEmpty();
        var latest = ScenarioJson.Read((await Front.Get(OpenDoor.Key, first.Line.Id, 0)).Value!.Text);
        latest.Version.ShouldBe(2);
        latest.Edits.ShouldHaveSingleItem();
        (await Front.List(OpenDoor.Key)).Value!.ShouldContain(line => line == second.Line);

        (await Front.Discard(OpenDoor.Key, first.Line.Id, new DiscardScenarioCommand("over"))).Refusal.ShouldBeNull();
        (await Front.List(OpenDoor.Key)).Value!.ShouldNotContain(line => line.Id == first.Line.Id);
        (await Front.Get(OpenDoor.Key, first.Line.Id, 1)).Refusal.ShouldBeNull("runs that used it can still be read");
        city.Violations("sc-").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_large_one_is_kept_in_parts()
    {
        var shares = city.Model.Cells.Ids.ToDictionary(id => id.Value, id => (double)HashCode.Combine(id.Value) / int.MaxValue * 0.5 + 0.5);
        var large = Night with { Name = "large", Note = string.Concat(Enumerable.Range(0, 40_000).Select(i => (char)('a' + (i * i * 31 % 26)))), Demand = new GivenDemand(100, shares, [.. Enumerable.Repeat(1.0, 168)], [new CrowdShare("theft", Domain.Incidents.IncidentSeverity.Low, 1)]) };
        var middle = city.Model.Cells.Centres[100];
        large = large with { Edits = [.. Enumerable.Range(0, 9000).Select(i => new MoveEdit(["p-C-0001"], new Domain.Geography.GeoPoint(middle.Lon + (i * 7919 % 10_007 / 1e9), middle.Lat + (i * 104_729L % 10_009 / 1e9))))] };
        var saved = await Front.Save(OpenDoor.Key, new SaveScenarioCommand(Text(large)));
        var line = saved.Value.ShouldNotBeNull(saved.Refusal?.Reason).Line;
        city.Kinds(line.Id).Count(kind => kind == "ScenarioPart").ShouldBeGreaterThan(1);
        city.Journal.Streams().Single(s => s.Stream == line.Id).Events.Max(e => e.Json.Length).ShouldBeLessThan(64 * 1024);
        await City.Deactivate(city.Grains.GetGrain<IScenarioGrain>(line.Id));
        ScenarioJson.Read((await Front.Get(OpenDoor.Key, line.Id, 1)).Value!.Text).Edits.Count.ShouldBe(9000);
    }

    [Fact]
    public async Task What_cannot_be_played_is_refused_with_path_and_reason_and_nothing_is_saved()
    {
        var before = (await Front.List(OpenDoor.Key)).Value!.Count;
        await Refused("{", "$");
        await Refused(Text(Night with { City = "another" }), "$.city", "hash another");
        await Refused(Text(Night with { Edits = [new RemoveEdit(["p-C-9999"]), new AddEdit("n-", "patrolGroup", -1, city.Model.Cells.Centres[0])] }), "$.edits[0].who[0]", "'p-C-9999'", "$.edits[1].count", "-1 cannot be added");
        (await Front.List(OpenDoor.Key)).Value!.Count.ShouldBe(before);
        (await Front.Save(OpenDoor.Key, new SaveScenarioCommand(""))).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Front.Save(OpenDoor.Key, new SaveScenarioCommand(Text(Night), "sc-none", 3))).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await Front.Get(OpenDoor.Key, "sc-none", 0)).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Front.Get(OpenDoor.Key, "i-none", 0)).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Front.Save(new Abstractions.Security.Credential("read"), new SaveScenarioCommand(Text(Night)))).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
    }

    private Scenario Night => new("night", city.Model.Manifest.Hash) { Time = new ScenarioTime(Days: 1, WarmUpHours: 2) };

    private static string Text(Scenario scenario) => ScenarioJson.Write(scenario);

    private async Task Refused(string text, params string[] words)
    {
        var refusal = (await Front.Save(OpenDoor.Key, new SaveScenarioCommand(text))).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe(RefusalCode.Unprocessable);
        foreach (var word in words)
            refusal.Reason.ShouldContain(word);
    }
}
