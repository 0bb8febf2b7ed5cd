using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Incidents;

/// <summary>What is late climbs from station to district to city, across a restart between every two, and stops when it is served.</summary>
public sealed class EscalationTests : IAsyncLifetime
{
    private readonly ShiftedTime _time = new();
    private readonly City _city;

    public EscalationTests() => _city = new City(
        automatic: true, _time, rules => rules with { Plans = [.. rules.Plans.Select(plan => plan with { Clocks = new PlanClocks(LeaderSeconds: 100, EscalateSeconds: 100) })] });

    private ICaseFront Cases => _city.Grains.GetGrain<ICaseFront>(0);

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task No_leader_on_scene_climbs_to_the_city_and_the_leader_ends_it()
    {
        await _city.Fresh();
        var view = await _city.UntilAssigned(await _city.Report(City.Theft("fatal") with { Channel = "110", Fatalities = 1 }));
        string[] levels = [view.Sector.Value, "d-01", "city-sample"];
        foreach (var (count, level) in levels.Index())
        {
            _time.Shift = TimeSpan.FromSeconds(110 * (count + 1));
            // The next activation finds the overdue clock by itself and tells the level once.
            await City.Deactivate(_city.Grains.GetGrain<IIncidentGrain>(view.Id.Value));
            var told = await _city.Until(view.Id, v => v.Case!.Escalations!.Count > count);
            told.Case!.Escalations!.Count.ShouldBe(count + 1);
            told.Case.Escalations[^1].ShouldSatisfyAllConditions(e => e.To.Value.ShouldBe(level), e => e.Clock.ShouldBe("leader"), e => e.Served.ShouldBeNull());
            await Eventually.Holds(async () => (await To(level)).Any(line => line.Incident == view.Id), () => $"{level} does not list it");
        }

        (await Cases.TakeNote(OpenDoor.Key, view.Id.Value, 3, new TakeNoteCommand("the duty chief is on the way"))).Value.ShouldNotBeNull().Case!.Escalations![2].NotedBy.ShouldBe("tester");
        var there = new LeaderCommand("chief of station", _time.GetUtcNow(), Command: "leader-1");
        var served = (await Cases.Leader(OpenDoor.Key, view.Id.Value, there)).Value.ShouldNotBeNull();
        served.Case!.Escalations!.ShouldAllBe(e => e.Served == "chief of station");
        await City.Deactivate(_city.Grains.GetGrain<IIncidentGrain>(view.Id.Value));
        (await Cases.Leader(OpenDoor.Key, view.Id.Value, there)).Value.ShouldNotBeNull().Version.ShouldBe(served.Version);
        await Eventually.Holds(async () => !(await To("city-sample")).Any(line => line.Incident == view.Id), () => "the city still lists it");
        await _city.Finish(view.Id);
    }

    [Fact]
    public async Task By_hand_it_climbs_one_level_and_bad_words_change_nothing()
    {
        await _city.Fresh();
        var view = await _city.UntilAssigned(await _city.Report(City.Theft("by hand") with { Channel = "110" }));
        var id = view.Id.Value;
        var command = new EscalateCommand("reporters are here", Command: "up-1");
        var up = (await Cases.Escalate(OpenDoor.Key, id, command)).Value.ShouldNotBeNull();
        (await Cases.Escalate(OpenDoor.Key, id, command)).Value.ShouldNotBeNull().Version.ShouldBe(up.Version);
        up.Case!.Escalations.ShouldNotBeNull().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            e => e.To.ShouldBe(view.Sector), e => e.By.ShouldBe("tester"), e => e.Cause.ShouldBe("reporters are here"));
        (await Cases.TakeNote(OpenDoor.Key, id, 7, new TakeNoteCommand("x"))).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Cases.TakeNote(OpenDoor.Key, id, 1, new TakeNoteCommand(""))).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Cases.Leader(OpenDoor.Key, id, new LeaderCommand("chief", view.Times.ReceivedAt.AddHours(-1)))).Refusal!.Code.ShouldBe(RefusalCode.Unprocessable);
        (await Cases.Escalations(OpenDoor.Key, "d-99")).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Cases.Escalations(OpenDoor.Key, "m-01-01-1")).Refusal!.Code.ShouldBe(RefusalCode.Unprocessable);
        (await Cases.Escalate(new("read"), id, command)).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await _city.View(view.Id)).Version.ShouldBe(up.Version);
        (await Cases.TakeNote(new("command"), id, 1, new TakeNoteCommand("on it"))).Value.ShouldNotBeNull().Case!.Escalations![0].Served.ShouldBe("noted by chief");
        await _city.Finish(view.Id);
    }

    [Fact]
    public async Task Heavier_forces_take_over_the_scene_when_they_arrive()
    {
        await _city.Fresh();
        var view = await _city.UntilAssigned(await _city.Report(City.Theft("lead") with { Channel = "110" }));
        var first = view.Assignment();
        (await _city.Say(view, "onScene", _time.GetUtcNow(), first)).Refusal.ShouldBeNull();
        (await _city.View(view.Id)).Case!.Lead.ShouldBe(first.Op);
        _city.Kinds(view.Id.Value).ShouldNotContain("LeadTaken");

        var special = ResponderId.Parse("x-0001");
        var sent = (await _city.Incidents.Add(OpenDoor.Key, view.Id.Value, new AddCommand(special, "support", "armed"))).Value.ShouldNotBeNull();
        var heavy = sent.Assignments.Single(a => a.Responder == special);
        (await _city.Say(sent, "onScene", _time.GetUtcNow(), heavy)).Refusal.ShouldBeNull();
        (await _city.View(view.Id)).Case!.Lead.ShouldBe(heavy.Op);
        _city.Kinds(view.Id.Value)[^1].ShouldBe("LeadTaken");

        await City.Deactivate(_city.Grains.GetGrain<IIncidentGrain>(view.Id.Value));
        (await Cases.Lead(OpenDoor.Key, view.Id.Value, new LeadCommand(first.Op, "knows the people"))).Value.ShouldNotBeNull().Case!.Lead.ShouldBe(first.Op);
        (await _city.Incidents.Recall(OpenDoor.Key, view.Id.Value, new RecallCommand(first.Op, "needed elsewhere"))).Refusal.ShouldBeNull();
        await _city.Until(view.Id, v => v.Case!.Lead == heavy.Op);
        await _city.Finish(view.Id);
    }

    private async Task<IReadOnlyList<EscalationLine>> To(string area) => (await Cases.Escalations(OpenDoor.Key, area)).Value ?? [];
}
