using CityGuard.Abstractions.Deployments;
using CityGuard.Abstractions.Duty;
using CityGuard.Abstractions.Roads;
using CityGuard.Abstractions.Scenarios;
using CityGuard.Domain.Deployments;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Tests.Cluster;
using CityGuard.Simulation.Reports;
using CityGuard.Simulation.Scenarios;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Scenarios;

/// <summary>The living city is forked as it stands, and gets a scenario's posts: then its boards show what was predicted.</summary>
public sealed class ForkTests : IAsyncLifetime
{
    private readonly City _city = new();

    private IScenarioFront Front => _city.Grains.GetGrain<IScenarioFront>(0);

    public async ValueTask InitializeAsync()
    {
        await _city.InitializeAsync();
        await _city.Fresh();
        foreach (var cell in (string[])["c-00015", "c-00115", "c-00200"])
            await _city.Board(cell, "patrolGroup", s => s.Chosen.Length == 1);
    }

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task A_fork_holds_who_is_where_what_is_open_ordered_closed_and_moved_and_nothing_personal()
    {
        var held = await _city.UntilAssigned(await _city.Report(City.Theft("held", "c-00115", "old Mr Wu fell on the stairs")));
        var moved = ResponderId.Parse("p-C-0003");
        (await _city.Grains.GetGrain<IDeploymentFront>(0).Move(OpenDoor.Key, new MovePostsCommand("thin", [new PostMove(moved, Centre(150))]))).Refusal.ShouldBeNull();
        (await _city.Grains.GetGrain<IRoadsFront>(0).Restrict(OpenDoor.Key, new RestrictRoadsCommand("fog", Street: "样例2路", Factor: 3))).Refusal.ShouldBeNull();
        (await _city.Grains.GetGrain<IDutyFront>(0).Set(OpenDoor.Key, "d-01", new DutyCommand("2", "festival", TimeProvider.System.GetUtcNow().AddHours(1), "a festival"))).Refusal.ShouldBeNull();

        LiveBase live = null!;
        var text = "";
        await Eventually.Holds(
            async () =>
            {
                text = (await Front.Fork(OpenDoor.Key, "now")).Value.ShouldNotBeNull();
                live = ScenarioJson.Read(text).Live.ShouldNotBeNull();
                return live.Posts?.Count == 1 && live.Duty.Count > 0 && live.Roads.Count == 1 && live.Responders.Any(r => r.Severity is not null);
            },
            () => $"the fork lags: {live}");
        live.Responders.Select(r => r.Id).ShouldBe(_city.Model.Responders.Select(r => r.Id.Value), ignoreOrder: true);
        live.Responders.Single(r => r.Severity is not null).ShouldSatisfyAllConditions(
            r => r.Id.ShouldBe(held.Assignment().Responder.Value), r => r.Severity.ShouldBe(IncidentSeverity.Low), r => r.BusySeconds.ShouldBeGreaterThan(60));
        live.Posts!.Single().ShouldBe(KeyValuePair.Create(moved.Value, Centre(150)));
        live.Roads.ShouldHaveSingleItem().ShouldBe(new RoadEdit("样例2路", null, 3));
        live.Duty.Values.Distinct().ShouldBe(["2"]);
        live.Incidents.ShouldBeEmpty("the one that is open has somebody");
        text.ShouldNotContain("Mr Wu");
        text.ShouldNotContain(held.Id.Value);

        var saved = (await Front.Save(OpenDoor.Key, new SaveScenarioCommand(text))).Value.ShouldNotBeNull();
        var run = (await Front.Ask(OpenDoor.Key, new AskRunCommand(new Domain.Scenarios.RunQuestion([new(saved.Line.Id, 1)], false, 4, 1, 0.95, null)))).Value.ShouldNotBeNull();
        await Eventually.Holds(async () => (await Front.Run(OpenDoor.Key, run.Id)).Value!.Phase == RunPhase.Done, () => "it is not played");
        await _city.Finish(held.Id);
    }

    [Fact]
    public async Task An_adopted_scenario_is_journaled_with_who_and_why_and_the_boards_show_what_was_predicted()
    {
        // Six crews leave the first sectors for the last one.
        string[] who = [.. _city.Model.Responders.Where(r => r.Kind == "patrolGroup").Take(6).Select(r => r.Id.Value)];
        var scenario = new Scenario("to the east", _city.Model.Manifest.Hash) { Edits = [new MoveEdit(who, Centre(_city.Model.Cells.Count - 1)), new DemandEdit(2)] };
        var line = (await Front.Save(OpenDoor.Key, new SaveScenarioCommand(ScenarioJson.Write(scenario)))).Value.ShouldNotBeNull().Line;
        var seen = (await Front.Adoption(OpenDoor.Key, line.Id, 0)).Value.ShouldNotBeNull();
        seen.Moves.Select(m => m.Who.Value).ShouldBe(who, ignoreOrder: true);
        seen.Left.ShouldHaveSingleItem().ShouldStartWith("$.edits[1]");
        (seen.Better + seen.Worse).ShouldBeGreaterThan(0);
        seen.Sectors.Sum(s => s.Better).ShouldBe(seen.Better);
        seen.Sectors.Sum(s => s.Leaving).ShouldBe(seen.Sectors.Sum(s => s.Coming));
        seen.Cells.Sum(c => c.Now).ShouldBe(_city.Model.Cells.Count);
        await BoardsShow(level => level.Now, seen);
        var now = ScenarioJson.Read((await Front.Fork(OpenDoor.Key, "now")).Value!);
        var predicted = BoardForecast.Of(new SimulationCity(_city.Model), now with { Live = now.Live! with { Posts = who.ToDictionary(one => one, _ => Centre(_city.Model.Cells.Count - 1)) } });

        var adopt = new AdoptScenarioCommand(line.Version, seen.Count, "thin in the east", "adopt-1");
        var after = (await Front.Adopt(OpenDoor.Key, line.Id, adopt)).Value.ShouldNotBeNull();
        after.Moved.Count.ShouldBe(6);
        after.Changes[0].ShouldSatisfyAllConditions(c => c.Why.ShouldBe("thin in the east"), c => c.Scenario.ShouldBe("to the east, version 1"), c => c.By.ShouldBe("tester"));
        (await Front.Adopt(OpenDoor.Key, line.Id, adopt)).Value!.Count.ShouldBe(after.Count, "sent again, it is the same");
        (await Front.Adopt(OpenDoor.Key, line.Id, adopt with { Command = "adopt-2" })).Refusal!.Reason.ShouldContain("look again");

        // They drive there.
        foreach (var one in who)
            (await _city.Responders.ReportPositions(OpenDoor.Key, [new Abstractions.Responders.PositionReport(one, Centre(_city.Model.Cells.Count - 1).Lat, Centre(_city.Model.Cells.Count - 1).Lon, TimeProvider.System.GetUtcNow())])).Value!.Rejected.ShouldBeEmpty();
        await BoardsShow(level => level.Then, seen);
        for (var cell = 0; cell < predicted.Cells.Count; cell++)
            (await _city.Sector(_city.Model.Cells.Sectors[_city.Model.Cells.Sector[cell]]).CellCircle(cell)).Level.ShouldBe(predicted.Cells[cell], $"cell {cell}");
        for (var target = 0; target < predicted.Targets.Count; target++)
            (await _city.Sector(_city.Model.Cells.Sectors[_city.Model.Cells.Sector[_city.Cell(_city.Model.Targets[target].Cell.Value)]]).TargetCircle(target)).Level.ShouldBe(predicted.Targets[target], $"target {target}");
        // What is looked at afterwards moves nobody any more.
        var again = (await Front.Adoption(OpenDoor.Key, line.Id, 1)).Value.ShouldNotBeNull();
        (again.Better, again.Worse).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_scenario_that_moves_no_post_is_not_adopted()
    {
        var line = (await Front.Save(OpenDoor.Key, new SaveScenarioCommand(ScenarioJson.Write(new Scenario("rain", _city.Model.Manifest.Hash) { Edits = [new DemandEdit(2)] })))).Value.ShouldNotBeNull().Line;
        (await Front.Adopt(OpenDoor.Key, line.Id, new AdoptScenarioCommand(1, 0, "why not"))).Refusal!.Reason.ShouldContain("nothing to adopt");
    }

    private GeoPoint Centre(int cell) => _city.Model.Cells.Centres[cell];

    /// <summary>The city's boards count as many cells of each level as was predicted.</summary>
    private async Task BoardsShow(Func<LevelShift, int> of, AdoptionView predicted)
    {
        var wanted = string.Join(' ', predicted.Cells.Where(c => of(c) > 0).OrderBy(c => c.Level).Select(c => $"{c.Level}:{of(c)}"));
        var shown = "";
        await Eventually.Holds(
            async () =>
            {
                var summary = (await _city.Grains.GetGrain<Abstractions.Readiness.IReadinessFront>(0).Summary(OpenDoor.Key, "city-sample")).Value!;
                shown = string.Join(' ', summary.Levels.Where(l => l.Cells > 0).OrderBy(l => l.Level).Select(l => $"{l.Level}:{l.Cells}"));
                return shown == wanted;
            },
            () => $"the boards show {shown}, predicted was {wanted}");
    }
}
