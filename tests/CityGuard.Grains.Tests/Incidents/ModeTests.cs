using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Incidents;

/// <summary>Plans that ask for a person's word and for an answer of the crew, on a city whose clocks are short.</summary>
public sealed class ModeTests : IAsyncLifetime
{
    private readonly City _city = new(automatic: true, rules: rules => rules with
    {
        Plans = [.. rules.Plans.Select(plan => plan.Roles.Count == 0 ? plan : plan.Id == "grave-violence"
            ? plan with { Mode = DispatchMode.Recommend, Clocks = new PlanClocks(ConfirmSeconds: 1) }
            : plan.Id == "default" ? plan with { Mode = DispatchMode.Recommend, Clocks = new PlanClocks(ConfirmSeconds: 3_600) }
            : plan with { Clocks = new PlanClocks(AcceptSeconds: 2, ReceiptSeconds: 1) })],
    });

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task A_recommendation_is_sent_when_it_is_confirmed_also_after_a_restart_and_the_second_to_confirm_is_told_who_was_first()
    {
        await _city.Fresh();
        var advised = await _city.Until(await _city.Report(City.Theft("recommend")), view => view.Roles!.Any(r => r.Advised.Count > 0));
        advised.Assignments.ShouldBeEmpty();
        advised.Clocks.ShouldNotBeNull().ShouldHaveSingleItem().Id.ShouldBe("confirm-primary-1");
        await City.Deactivate(_city.Grains.GetGrain<IIncidentGrain>(advised.Id.Value));
        var confirm = new ConfirmCommand("primary", "as recommended", advised.Version, "confirm-1");
        var after = (await _city.Incidents.Confirm(OpenDoor.Key, advised.Id.Value, confirm)).Value.ShouldNotBeNull();
        after.Assignments.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            a => a.Responder.ShouldBe(advised.Roles![0].Advised[0]), a => a.State.ShouldBe(AssignmentState.Granted));
        (await _city.Incidents.Confirm(OpenDoor.Key, advised.Id.Value, confirm)).Refusal.ShouldBeNull();
        var second = (await _city.Incidents.Confirm(OpenDoor.Key, advised.Id.Value, new ConfirmCommand("primary", "me too", advised.Version))).Refusal.ShouldNotBeNull();
        second.Code.ShouldBe(RefusalCode.Conflict);
        second.Holder.ShouldNotBeNull().ShouldContain(after.Assignments[0].Responder.Value);
        (await _city.Incidents.Confirm(OpenDoor.Key, advised.Id.Value, new ConfirmCommand("cook", "hungry"))).Refusal!.Reason.ShouldContain("nothing waits");
        await _city.Finish(advised.Id);
    }

    [Fact]
    public async Task A_recommendation_that_is_declined_gives_way_to_the_next_also_after_a_restart_and_a_repeat_changes_nothing()
    {
        await _city.Fresh();
        var advised = await _city.Until(await _city.Report(City.Theft("decline")), view => view.Roles!.Any(r => r.Advised.Count > 0));
        var first = advised.Roles![0].Advised[0];
        var decline = new ConfirmCommand("primary", "crew is spent", advised.Version, "decline-1");
        (await _city.Incidents.Decline(OpenDoor.Key, advised.Id.Value, decline)).Refusal.ShouldBeNull();
        await City.Deactivate(_city.Grains.GetGrain<IIncidentGrain>(advised.Id.Value));
        var after = await _city.Until(advised.Id, view => view.Roles![0].Advised.Count > 0);
        after.Roles![0].Advised.ShouldNotContain(first);
        after.Decisions[^1].Cause.ShouldStartWith("declined");
        after.Assignments.ShouldBeEmpty();
        (await _city.Incidents.Decline(OpenDoor.Key, advised.Id.Value, decline)).Refusal.ShouldBeNull();
        (await _city.View(advised.Id)).Roles![0].Advised.ShouldBe(after.Roles[0].Advised);
        _city.Kinds(advised.Id.Value).Count(kind => kind == "RecommendationDeclined").ShouldBe(1);
        (await _city.Incidents.Decline(OpenDoor.Key, advised.Id.Value, decline with { Command = null })).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await _city.Incidents.Decline(OpenDoor.Key, advised.Id.Value, new ConfirmCommand("primary", ""))).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        await _city.Finish(advised.Id);
    }

    [Fact]
    public async Task What_nobody_confirms_is_sent_when_its_time_is_over_without_anybody_asking()
    {
        await _city.Fresh();
        var id = await _city.Report(City.Theft("unconfirmed") with { Type = "violence", Severity = Domain.Incidents.IncidentSeverity.High });
        // Well before the sweep of the sector, which would find it too.
        await Eventually.Holds(async () => (await _city.View(id)).Assignments.Any(a => a.State == AssignmentState.Granted), () => "nobody was sent", TimeSpan.FromSeconds(20));
        _city.Kinds(id.Value).ShouldContain("ConfirmationLapsed");
        await _city.Finish(id);
    }

    [Fact]
    public async Task Who_stays_silent_is_tried_by_radio_then_taken_off_and_another_is_sent()
    {
        await _city.Fresh();
        var view = await _city.UntilAssigned(await _city.Report(City.Theft("silent") with { Severity = Domain.Incidents.IncidentSeverity.High }));
        var first = view.Assignments.First(a => a.State == AssignmentState.Granted);
        await City.Deactivate(_city.Grains.GetGrain<IIncidentGrain>(view.Id.Value));
        var after = await _city.Until(view.Id, v => v.Assignments.Any(a => a.Role == first.Role && a.Op != first.Op));
        after.Assignments.Single(a => a.Op == first.Op).Reason.ShouldBe("not accepted in time");
        after.Assignments.Last(a => a.Role == first.Role).Responder.ShouldNotBe(first.Responder);
        _city.Kinds(view.Id.Value).ShouldContain("ReceiptLapsed");
        _city.Kinds(view.Id.Value).Count(kind => kind == "AcceptanceLapsed").ShouldBeGreaterThan(0);
        await _city.Until(view.Id, _ => true);
        (await _city.Incidents.Receive(OpenDoor.Key, view.Id.Value, new ReceiptCommand(first.Op, OrderChannel.Radio))).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        await _city.Finish(view.Id);
    }
}
