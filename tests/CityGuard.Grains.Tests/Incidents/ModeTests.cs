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
        Plans = [.. rules.Plans.Select(plan => plan.Roles.Count == 0 ? plan : plan.Id == "default"
            ? plan with { Mode = DispatchMode.Recommend, Clocks = new PlanClocks(ConfirmSeconds: 3_600) }
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
