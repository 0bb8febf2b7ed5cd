using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Responders;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Incidents;

/// <summary>What is lost on the way is asked for again, and nobody is ever held twice.</summary>
[Collection(nameof(OneCity))]
public sealed class DispatchTests(City city)
{
    [Fact]
    public async Task A_lost_hint_is_made_good_by_the_nudge()
    {
        await city.Fresh();
        var lost = city.Wire.Lost;
        city.Wire.LoseCalls("IIncidentGrain.TakeUp", 1);
        var view = await city.UntilAssigned(await city.Report(City.Theft("unheard")));
        city.Wire.Lost.ShouldBe(lost + 1);
        await city.Finish(view.Id);
    }

    [Fact]
    public async Task A_lost_answer_of_a_reservation_is_asked_for_again_and_holds_once()
    {
        await city.Fresh();
        var lost = city.Wire.Lost;
        city.Wire.LoseAnswers("IResponderGrain.Reserve", 1);
        var view = await city.UntilAssigned(await city.Report(City.Theft("unanswered")));
        city.Wire.Lost.ShouldBe(lost + 1);
        var held = view.Assignment();
        (await city.View(held.Responder)).Epoch.ShouldBe(held.Epoch);
        await city.Finish(view.Id);
    }

    [Fact]
    public async Task A_lost_answer_of_a_release_is_asked_for_again()
    {
        await city.Fresh();
        var view = await city.UntilAssigned(await city.Report(City.Theft("unreleased")));
        var lost = city.Wire.Lost;
        city.Wire.LoseAnswers("IResponderGrain.Release", 1);
        await city.Work(view);
        city.Wire.Lost.ShouldBe(lost + 1);
        (await city.View(view.Assignment().Responder)).Incident.ShouldBeNull();
    }

    [Fact]
    public async Task Incidents_that_compete_never_hold_the_same_responder()
    {
        await city.Fresh();
        var ids = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => city.Report(City.Theft($"race-{i}"))));
        var views = await Task.WhenAll(ids.Select(city.UntilAssigned));
        views.SelectMany(v => v.Assignments).Where(a => a.State == AssignmentState.Granted).Select(a => a.Responder).ShouldBeUnique();
        foreach (var id in ids)
            await city.Finish(id);
    }

    [Fact]
    public async Task A_responder_that_left_unnoticed_refuses_and_the_next_one_goes()
    {
        await city.Fresh();
        // Somebody else writes the responder's stream behind its activation's back: what a second activation would do.
        var nearest = (await city.UntilAssigned(await city.Report(City.Theft("probe")))).Assignment().Responder;
        await city.Finish(IncidentReports.IdOf("test", "probe"));
        await city.Board("c-00015", "patrolGroup", s => s.Chosen.Any(c => city.Model.Responders[c.Responder].Id == nearest));
        await city.AppendBehindItsBack(nearest);

        var view = await city.UntilAssigned(await city.Report(City.Theft("after-probe")));
        view.Assignments.Select(a => (a.Responder, a.State)).ShouldContain((nearest, AssignmentState.Refused));
        view.Assignments.Single(a => a.State == AssignmentState.Granted).Responder.ShouldNotBe(nearest);
        view.Decisions.Skip(1).ShouldAllBe(d => d.Cause == "refused");
        await city.Finish(view.Id);
        (await city.Responders.ReportStatus(OpenDoor.Key, nearest.Value, new StatusReport("available", TimeProvider.System.GetUtcNow()))).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task A_role_that_nobody_fits_is_tried_again_by_a_clock_that_fires_once()
    {
        await city.Fresh();
        var police = city.Model.Responders.Where(r => r.Kind == "specialPolice").Select(r => r.Id).ToArray();
        foreach (var one in police)
            await Own(one, "outOfService");
        var id = await city.Report(City.Theft("short") with { Type = "violence", Severity = IncidentSeverity.Critical });
        await city.Until(id, view => view.Decisions.Any(d => d is { Role: "support", Cause: "clock" }));
        foreach (var one in police)
            await Own(one, "available");
        // Whoever was asked before the board knew that he had left has refused, and is asked again half a minute later.
        await Eventually.Holds(
            async () => (await city.View(id)).Assignments.Any(a => a is { Role: "support", State: AssignmentState.Granted }), () => "nobody is on it", 2 * IncidentProcedure.RefusalHolds);
        await city.Finish(id);
        var clocks = city.Kinds(id.Value).Where(kind => kind.StartsWith("Clock", StringComparison.Ordinal)).ToArray();
        clocks.ShouldBe(Enumerable.Range(0, clocks.Length).Select(i => i % 2 == 0 ? "ClockSet" : "ClockFired"));
    }

    [Fact]
    public async Task What_the_journal_of_an_incident_does_not_hold_is_given_back()
    {
        var patrol = ResponderId.Parse("p-C-0030");
        var (stranger, op) = (IncidentReports.IdOf("test", "never reported"), OperationId.Parse("o-1"));
        var grain = city.Grains.Responder(patrol);
        var answer = await grain.Reserve(stranger, op, (await grain.View()).Epoch);
        answer.Granted.ShouldBeTrue();
        await city.Grains.GetGrain<IIncidentGrain>(stranger.Value).HeldBy(patrol, op, answer.Epoch, orderLost: true);
        await Eventually.Holds(async () => (await grain.View()).Incident is null, () => "still held");
    }

    private async Task Own(ResponderId responder, string status)
        => (await city.Responders.ReportStatus(OpenDoor.Key, responder.Value, new StatusReport(status, TimeProvider.System.GetUtcNow()))).Refusal.ShouldBeNull();
}
