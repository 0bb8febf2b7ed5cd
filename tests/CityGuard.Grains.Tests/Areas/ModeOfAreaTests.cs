using CityGuard.Abstractions;
using CityGuard.Abstractions.Areas;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.People;
using CityGuard.Domain.Plans;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Areas;

/// <summary>An area says how much goes by itself, also for what is under way.</summary>
public sealed class ModeOfAreaTests : IAsyncLifetime
{
    private readonly City _city = new(automatic: true, rules: rules => rules with
    {
        Plans = [.. rules.Plans.Select(plan => plan.Id == "grave"
            ? plan with { Roles = [plan.Roles[0]], Clocks = new PlanClocks(ConfirmSeconds: 8) }
            : plan with { Clocks = new PlanClocks(ConfirmSeconds: 3_600) })],
    });

    private IAreaFront Areas => _city.Grains.GetGrain<IAreaFront>(0);

    private string Whole => _city.Model.Areas[0].Id.Value;

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task A_role_that_nobody_fits_is_tried_again_while_another_waits_for_a_persons_word()
    {
        await _city.Fresh();
        await Set(Whole, DispatchMode.Manual, "people decide");
        foreach (var squad in (string[])["x-0001", "x-0002"])
            (await _city.Responders.ReportStatus(OpenDoor.Key, squad, new StatusReport("outOfService", TimeProvider.System.GetUtcNow()))).Refusal.ShouldBeNull();
        await _city.Board("c-00015", "specialPolice", s => s.Counts[(int)Verdict.OutOfService] == 2);
        var id = await _city.Report(City.Theft("short") with { Type = "robbery", Severity = IncidentSeverity.High });
        var tried = await _city.Until(id, v => v.Roles!.Any(r => r.Advised.Count > 0) && v.Decisions.Count(d => d.Role == "support") > 2);
        tried.Assignments.ShouldBeEmpty();
        tried.Decisions.Count(d => d.Role == "primary").ShouldBe(1);
        await _city.Finish(id);
    }

    [Fact]
    public async Task An_incident_follows_the_mode_at_once_and_its_decisions_say_who_wanted_that_and_why()
    {
        await _city.Fresh();
        await Set(Whole, DispatchMode.Manual, "storm drill");
        var id = await _city.Report(City.Theft("follows"));
        var manual = await Decided(id, DispatchMode.Manual);
        manual.Assignments.ShouldBeEmpty();
        manual.Clocks.ShouldBeEmpty();
        var word = manual.Decisions.ShouldHaveSingleItem().Word.ShouldNotBeNull();
        (word.Mode, word.Area!.Value.Value, word.By, word.Why).ShouldBe((DispatchMode.Manual, Whole, "tester", "storm drill"));

        await Set(manual.Sector.Value, DispatchMode.Recommend, "few people");
        var recommended = await Decided(id, DispatchMode.Recommend);
        recommended.Assignments.ShouldBeEmpty();
        recommended.Clocks.ShouldNotBeNull().ShouldHaveSingleItem().Id.ShouldBe("confirm-primary-2");
        recommended.Decisions[^1].ShouldSatisfyAllConditions(d => d.Cause.ShouldStartWith("mode"), d => d.Word!.Area.ShouldBe(manual.Sector));

        await Set(Whole, DispatchMode.Automatic, "over");
        var sent = await _city.UntilAssigned(id);
        sent.Decisions.Count.ShouldBe(3);
        sent.Decisions[^1].ShouldSatisfyAllConditions(d => d.Mode.ShouldBe(DispatchMode.Automatic), d => d.Word.ShouldBeNull(), d => d.Cause.ShouldBe("mode"));
        await _city.Finish(id);
    }

    [Fact]
    public async Task The_plan_asks_for_a_person_where_the_area_does_not_and_the_stricter_of_both_counts()
    {
        await _city.Fresh();
        await Set(Whole, DispatchMode.Recommend, "quiet day");
        var id = await _city.Report(City.Theft("stricter"));
        (await Decided(id, DispatchMode.Recommend)).Decisions[^1].Word!.Why.ShouldBe("quiet day");
        await _city.Finish(id);
        (await _city.Incidents.SetAutomatic(OpenDoor.Key, AreaId.Parse(Whole), false, "one switch")).Refusal.ShouldBeNull();
        _city.Kinds(Whole).ShouldBe(["ModeSet", "ModeSet"]);
        var modes = (await Areas.Modes(OpenDoor.Key, Whole)).Value.ShouldNotBeNull();
        (modes.Set!.Mode, modes.Set.Why, modes.Silent.Count).ShouldBe((DispatchMode.Manual, "one switch", 0));
        modes.Sectors.Count.ShouldBe(_city.Model.Cells.Sectors.Length);
        modes.Sectors.ShouldAllBe(s => s.Word == modes.Set);
    }

    [Fact]
    public async Task A_clock_that_would_send_asks_first_and_where_automation_was_turned_off_meanwhile_nobody_is_sent()
    {
        await _city.Fresh();
        await Set(Whole, DispatchMode.Recommend, "quiet day");
        var id = await _city.Report(City.Theft("asks") with { Severity = IncidentSeverity.High });
        await Decided(id, DispatchMode.Recommend);
        // The board chooses nobody anew until the clock is due, so that the incident finds out only by that; and it does not say its mode at the first asking.
        _city.Wire.LoseCalls("ISectorGrain.Select", int.MaxValue);
        _city.Wire.LoseCalls("ISectorGrain.Mode", 1);
        await Set(Whole, DispatchMode.Manual, "people decide");
        await Eventually.Holds(() => Task.FromResult(_city.Wire.Calls.GetValueOrDefault("ISectorGrain.Mode") >= 2), () => "the clock has not asked again");
        _city.Wire.LoseCalls("ISectorGrain.Select", 0);
        var manual = await Decided(id, DispatchMode.Manual);
        manual.Assignments.ShouldBeEmpty();
        manual.Decisions[^1].Word!.Why.ShouldBe("people decide");
        _city.Kinds(id.Value).ShouldNotContain("ConfirmationLapsed");
        await City.Deactivate(_city.Grains.GetGrain<IIncidentGrain>(id.Value));
        (await _city.View(id)).Assignments.ShouldBeEmpty();
        var role = manual.Decisions[^1].Role;
        (await _city.Incidents.Confirm(OpenDoor.Key, id.Value, new ConfirmCommand(role, "as recommended"))).Value.ShouldNotBeNull().Assignments.ShouldNotBeEmpty();
        await _city.Finish(id);
    }

    [Fact]
    public async Task A_repeat_answers_as_before_and_bad_input_changes_nothing()
    {
        var sector = (await Areas.Modes(OpenDoor.Key, Whole)).Value!.Sectors[0].Sector.Value;
        var command = new ModeCommand(DispatchMode.Manual, "drill", "drill-1");
        (await Areas.SetMode(OpenDoor.Key, sector, command)).Refusal.ShouldBeNull();
        (await Areas.SetMode(OpenDoor.Key, sector, new ModeCommand(DispatchMode.Automatic, "over"))).Refusal.ShouldBeNull();
        (await Areas.SetMode(OpenDoor.Key, sector, command)).Refusal.ShouldBeNull();
        (await Counting(sector)).Mode.ShouldBe(DispatchMode.Automatic);

        await Refused(OpenDoor.Key, sector, command with { Mode = DispatchMode.Recommend }, RefusalCode.Conflict);
        await Refused(OpenDoor.Key, sector, new ModeCommand((DispatchMode)7, "why"), RefusalCode.Malformed);
        await Refused(OpenDoor.Key, sector, new ModeCommand(DispatchMode.Manual, ""), RefusalCode.Malformed);
        await Refused(OpenDoor.Key, sector, new ModeCommand(DispatchMode.Manual, new string('x', 501)), RefusalCode.TooLarge);
        await Refused(OpenDoor.Key, sector, new ModeCommand(DispatchMode.Manual, "why", new string('x', 200)), RefusalCode.TooLarge);
        await Refused(OpenDoor.Key, "d-99", command, RefusalCode.Unknown);
        await Refused(OpenDoor.Key, _city.Model.Areas.First(a => a.Kind == AreaKind.Beat).Id.Value, command, RefusalCode.Unprocessable);
        await Refused(OpenDoor.Key, _city.Model.Areas.First(a => a.Kind == AreaKind.Street).Id.Value, command, RefusalCode.Unprocessable);
        await Refused(OpenDoor.Person(PersonRole.Dispatcher, sector), sector, command, RefusalCode.Forbidden);
        await Refused(OpenDoor.Person(PersonRole.Commander, sector), Whole, command, RefusalCode.Forbidden);
        (await Counting(sector)).Mode.ShouldBe(DispatchMode.Automatic);
        _city.Kinds(sector).Count.ShouldBe(2);
        _city.Kinds(Whole).ShouldBeEmpty();
        (await Areas.Modes(new("ingest"), Whole)).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await Areas.Modes(OpenDoor.Key, "d-99")).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
    }

    private async Task Refused(Credential who, string area, ModeCommand command, RefusalCode code)
        => (await Areas.SetMode(who, area, command)).Refusal.ShouldNotBeNull().Code.ShouldBe(code);

    private async Task<ModeWord> Counting(string sector) => (await Areas.Modes(OpenDoor.Key, sector)).Value!.Sectors.ShouldHaveSingleItem().Word;

    private async Task Set(string area, DispatchMode mode, string why) => (await Areas.SetMode(OpenDoor.Key, area, new ModeCommand(mode, why))).Refusal.ShouldBeNull();

    // Well before the sweep of the sector, which would find it too.
    private Task<IncidentView> Decided(IncidentId id, DispatchMode mode) => _city.Until(id, view => view.Decisions is [.., var last] && last.Mode == mode);
}
