using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Incidents;

/// <summary>Whom the city believes, what waits for a word, and what turns out to be nothing; in a city whose plans verify first.</summary>
public sealed class VerificationTests : IAsyncLifetime
{
    private static readonly ResponderId Patrol = ResponderId.Parse("p-C-0005");

    private readonly City _city = new(automatic: true, rules: rules => rules with { Plans = [.. rules.Plans.Select(plan => plan with { VerifyFirst = true })] });

    private ICaseFront Cases => _city.Grains.GetGrain<ICaseFront>(0);

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task A_sensor_waits_for_a_word_which_survives_a_restart_and_sends_somebody()
    {
        await _city.Fresh();
        var id = await _city.Report(City.Theft("sensor") with { Channel = "sensor" });
        var grain = _city.Grains.GetGrain<IIncidentGrain>(id.Value);
        await grain.TakeUp(1);
        var waiting = await _city.View(id);
        (waiting.Assignments.Count, waiting.Case!.Verified, waiting.Times.VerifiedAt).ShouldBe((0, false, null));

        await City.Deactivate(grain);
        var command = new VerifyCommand("camera 12 shows it", waiting.Version, "verify-1");
        (await Cases.Verify(OpenDoor.Key, id.Value, command)).Value.ShouldNotBeNull().Case!.VerifiedBy.ShouldBe("tester");
        var sent = await _city.UntilAssigned(id);
        await City.Deactivate(grain);
        var again = (await Cases.Verify(OpenDoor.Key, id.Value, command)).Value.ShouldNotBeNull();
        (again.Version, again.Times.VerifiedAt is null).ShouldBe((sent.Version, false));
        (await Cases.Verify(OpenDoor.Key, id.Value, new VerifyCommand("again"))).Refusal.ShouldNotBeNull().Holder.ShouldBe("tester");
        (await _city.View(id)).Timeline!.ShouldContain(line => line.What == "verified" && line.Who == "tester" && line.Why == "camera 12 shows it");
        await _city.Finish(id);
    }

    [Fact]
    public async Task Lives_first_what_is_grave_goes_out_unverified_and_a_trusted_channel_is_no_question()
    {
        await _city.Fresh();
        var grave = await _city.UntilAssigned(await _city.Report(City.Theft("grave") with { Channel = "sensor", Severity = IncidentSeverity.High }));
        grave.Case!.Verified.ShouldBeFalse();
        var called = await _city.UntilAssigned(await _city.Report(City.Theft("called", "c-00070") with { Channel = "110" }));
        (called.Case!.Verified, called.Times.VerifiedAt).ShouldBe((true, called.Times.ReceivedAt));
        await _city.Finish(grave.Id);
        await _city.Finish(called.Id);
    }

    [Fact]
    public async Task A_patrol_that_finds_it_is_its_handler_and_nobody_else_is_sent()
    {
        await _city.Fresh();
        var id = await _city.Report(City.Theft("found") with { Channel = "patrol", Finder = Patrol.Value });
        var view = await _city.UntilAssigned(id);
        (view.Assignment().Responder, view.Assignment().Role, view.Decisions.Count, view.Case!.Finder).ShouldBe((Patrol, "primary", 0, Patrol));
        (await _city.View(Patrol)).Incident.ShouldBe(id);
        (await _city.Work(view)).Assignments.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_finder_who_is_held_leaves_it_to_the_policy()
    {
        await _city.Fresh();
        var first = await _city.UntilAssigned(await _city.Report(City.Theft("holds") with { Channel = "patrol", Finder = Patrol.Value }));
        var second = await _city.UntilAssigned(await _city.Report(City.Theft("also found") with { Channel = "patrol", Finder = Patrol.Value }));
        second.Assignments[0].ShouldSatisfyAllConditions(a => a.Responder.ShouldBe(Patrol), a => a.State.ShouldBe(AssignmentState.Refused));
        second.Assignment().Responder.ShouldNotBe(Patrol);
        await _city.Finish(first.Id);
        await _city.Finish(second.Id);
    }

    [Fact]
    public async Task A_false_alarm_gives_everybody_back_and_takes_two_once_a_crew_was_there()
    {
        await _city.Fresh();
        var view = await _city.UntilAssigned(await _city.Report(City.Theft("nothing") with { Channel = "110" }));
        var held = view.Assignment();
        (await _city.Say(view, "onScene")).Refusal.ShouldBeNull();
        (await Cases.FalseAlarm(OpenDoor.Key, view.Id.Value, new FalseAlarmCommand("mistaken", "a balloon"))).Value.ShouldNotBeNull().Case!.FalseAlarm!.Confirmed.ShouldBeFalse();
        (await Cases.FalseAlarm(OpenDoor.Key, view.Id.Value, new FalseAlarmCommand("mistaken", "a balloon"))).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        await City.Deactivate(_city.Grains.GetGrain<IIncidentGrain>(view.Id.Value));
        var ended = (await Cases.FalseAlarm(new("command"), view.Id.Value, new FalseAlarmCommand("mistaken", "seen it too"))).Value.ShouldNotBeNull();
        ended.Case!.FalseAlarm.ShouldNotBeNull().ShouldSatisfyAllConditions(f => f.Confirmed.ShouldBeTrue(), f => f.By.ShouldBe("chief"), f => f.ConfirmedBy.ShouldBe("tester"));
        await _city.Until(view.Id, v => v.State == IncidentState.Closed);
        (await _city.View(held.Responder)).Incident.ShouldBeNull();
        (await _city.Responders.Orders(OpenDoor.Key, held.Responder.Value, "", TimeSpan.Zero)).Value.ShouldNotBeNull().Orders
            .Where(o => o.Epoch == held.Epoch).Select(o => o.Recall).ShouldBe([false, true]);
    }

    [Theory]
    [InlineData("pigeon", null, null, "snapshot")]
    [InlineData("110", "p-C-0005", null, "patrol or gridWorker")]
    [InlineData("patrol", "p-C-9999", null, "p-C-9999")]
    [InlineData("110", null, -1, "fatalities")]
    public async Task A_report_with_an_unknown_channel_or_a_finder_that_cannot_be_is_refused(string channel, string? finder, int? fatalities, string said)
    {
        var refusal = (await _city.Incidents.Report(OpenDoor.Key, City.Theft("bad") with { Channel = channel, Finder = finder, Fatalities = fatalities })).Refusal.ShouldNotBeNull();
        refusal.Reason.ShouldContain(said);
        (await _city.Incidents.Get(OpenDoor.Key, IncidentReports.IdOf("test", "bad").Value)).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
    }

    [Fact]
    public async Task Bad_words_change_nothing()
    {
        var id = await _city.Report(City.Theft("words") with { Channel = "sensor" });
        var version = (await _city.View(id)).Version;
        (await Cases.Verify(OpenDoor.Key, id.Value, new VerifyCommand(""))).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Cases.Verify(OpenDoor.Key, id.Value, new VerifyCommand("x", version + 7))).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await Cases.Verify(new("read"), id.Value, new VerifyCommand("x"))).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await Cases.FalseAlarm(OpenDoor.Key, id.Value, new FalseAlarmCommand("boredom", "x"))).Refusal.ShouldNotBeNull().Reason.ShouldContain("malicious");
        (await Cases.FalseAlarm(OpenDoor.Key, "i-nonsense", new FalseAlarmCommand("test", "x"))).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Cases.Verify(OpenDoor.Key, IncidentReports.IdOf("no", "one").Value, new VerifyCommand("x"))).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await _city.View(id)).Version.ShouldBe(version);
        await _city.Finish(id);
    }
}
