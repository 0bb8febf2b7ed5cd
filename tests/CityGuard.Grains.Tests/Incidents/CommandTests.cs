using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Incidents;

/// <summary>People change, add and recall; of two who choose, the later one is told.</summary>
[Collection(nameof(OneCity))]
public sealed class CommandTests(City city)
{
    private static readonly ResponderId Far = ResponderId.Parse("p-C-0029"), Farther = ResponderId.Parse("p-C-0028");

    [Fact]
    public async Task A_recall_frees_the_responder_takes_the_order_back_and_is_not_undone_by_the_policy()
    {
        var view = await Assigned("recall");
        var held = view.Assignment();
        var after = (await city.Incidents.Recall(OpenDoor.Key, view.Id.Value, new RecallCommand(held.Op, "needed elsewhere", view.Version))).Value.ShouldNotBeNull();
        after.Assignments.Single(a => a.Op == held.Op).State.ShouldBe(AssignmentState.Released);
        (await city.View(held.Responder)).Incident.ShouldBeNull();
        var orders = (await city.Responders.Orders(OpenDoor.Key, held.Responder.Value, "", TimeSpan.Zero)).Value.ShouldNotBeNull().Orders;
        orders.Where(o => o.Epoch == held.Epoch).Select(o => o.Recall).ShouldBe([false, true]);
        await city.Finish(view.Id);
    }

    [Fact]
    public async Task A_reassignment_reserves_the_new_one_before_the_old_one_goes()
    {
        var view = await Assigned("reassign");
        var old = view.Assignment();
        var after = (await city.Incidents.Reassign(OpenDoor.Key, view.Id.Value, new ReassignCommand(old.Op, Far, "knows the place", view.Version))).Value.ShouldNotBeNull();
        after.Assignments.Where(a => a.State != AssignmentState.Refused).Select(a => (a.Responder, a.State))
            .ShouldBe([(old.Responder, AssignmentState.Released), (Far, AssignmentState.Granted)]);
        city.Kinds(view.Id.Value).ShouldContain("AssignmentRecalled");
        (await city.View(old.Responder)).Incident.ShouldBeNull();
        await city.Finish(view.Id);
    }

    [Fact]
    public async Task A_reassignment_to_someone_who_is_held_changes_nothing()
    {
        var (one, other) = (await Assigned("mine"), await Assigned("theirs", "c-00035"));
        var refusal = (await city.Incidents.Reassign(OpenDoor.Key, one.Id.Value, new ReassignCommand(one.Assignment().Op, other.Assignment().Responder, "mine now"))).Refusal.ShouldNotBeNull();
        refusal.Code.ShouldBe(RefusalCode.Conflict);
        refusal.Reason.ShouldContain(other.Id.Value);
        (await city.View(one.Id)).Assignment().Responder.ShouldBe(one.Assignment().Responder);
        await city.Finish(one.Id);
        await city.Finish(other.Id);
    }

    [Fact]
    public async Task Of_two_who_choose_on_the_same_picture_the_later_is_told_who_has_the_slot()
    {
        var view = await Assigned("two");
        Task<Answer<IncidentView>> Add(ResponderId who) => city.Incidents.Add(OpenDoor.Key, view.Id.Value, new AddCommand(who, "backup", "more hands", view.Version));
        var answers = await Task.WhenAll(Add(Far), Add(Farther));
        answers.Count(a => a.IsOk).ShouldBe(1);
        var winner = answers.Single(a => a.IsOk).Value!.Assignments.Single(a => a.Role == "backup").Responder;
        answers.Single(a => !a.IsOk).Refusal!.ShouldSatisfyAllConditions(r => r.Code.ShouldBe(RefusalCode.Conflict), r => r.Holder.ShouldNotBeNull().ShouldContain(winner.Value));
        await city.Finish(view.Id);
    }

    [Fact]
    public async Task A_closed_incident_takes_no_more_commands_and_closing_again_is_no_error()
    {
        var view = await Assigned("closed");
        await city.Finish(view.Id);
        await city.Finish(view.Id);
        (await city.Incidents.Add(OpenDoor.Key, view.Id.Value, new AddCommand(Far, "backup", "late"))).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await city.View(view.Assignment().Responder)).Incident.ShouldBeNull();
    }

    [Fact]
    public async Task A_minimal_unit_is_never_sent_out_of_its_premises_by_a_person_either()
    {
        var view = await Assigned("premises");
        var unit = city.Model.Responders.First(r => r.Kind == "emergencyUnit").Id;
        var added = (await city.Incidents.Add(OpenDoor.Key, view.Id.Value, new AddCommand(unit, "backup", "close by"))).Refusal.ShouldNotBeNull();
        var moved = (await city.Incidents.Reassign(OpenDoor.Key, view.Id.Value, new ReassignCommand(view.Assignment().Op, unit, "close by"))).Refusal.ShouldNotBeNull();
        added.ShouldSatisfyAllConditions(r => r.Code.ShouldBe(RefusalCode.Unprocessable), r => r.Reason.ShouldContain("premises"));
        moved.Code.ShouldBe(RefusalCode.Unprocessable);
        (await city.View(view.Id)).Version.ShouldBe(view.Version);
        await city.Finish(view.Id);
    }

    [Fact]
    public async Task A_command_whose_answer_is_lost_is_asked_for_again_and_done_once()
    {
        var view = await Assigned("lost-command");
        var lost = city.Wire.Lost;
        city.Wire.LoseAnswers("IIncidentGrain.Add", 1);
        var after = (await city.Incidents.Add(OpenDoor.Key, view.Id.Value, new AddCommand(Far, "backup", "more hands", view.Version))).Value.ShouldNotBeNull();
        city.Wire.Lost.ShouldBe(lost + 1);
        after.Assignments.Count(a => a.Role == "backup").ShouldBe(1);
        await city.Finish(view.Id);
    }

    [Fact]
    public async Task A_known_command_answers_its_outcome_and_another_under_its_id_is_a_conflict()
    {
        var (one, other) = (await Assigned("known"), await Assigned("holder", "c-00035"));
        var add = new AddCommand(other.Assignment().Responder, "backup", "more hands", Command: "known-1");
        var first = (await city.Incidents.Add(OpenDoor.Key, one.Id.Value, add)).Refusal.ShouldNotBeNull();
        first.Reason.ShouldContain("refused");
        var version = (await city.View(one.Id)).Version;
        await City.Deactivate(city.Grains.GetGrain<CityGuard.Grains.Incidents.IIncidentGrain>(one.Id.Value));
        (await city.Incidents.Add(OpenDoor.Key, one.Id.Value, add)).Refusal.ShouldBe(first);
        (await city.Incidents.Add(OpenDoor.Key, one.Id.Value, add with { Responder = Far })).Refusal.ShouldNotBeNull().Reason.ShouldContain("known-1");
        (await city.Incidents.Add(OpenDoor.Key, one.Id.Value, add with { Command = new string('x', 65) })).Refusal!.Code.ShouldBe(RefusalCode.TooLarge);
        (await city.View(one.Id)).Version.ShouldBe(version);
        await city.Finish(one.Id);
        await city.Finish(other.Id);
    }

    [Fact]
    public async Task Who_is_sent_by_a_person_is_told_how_long_the_way_is_without_his_turnout()
    {
        var view = await Assigned("route");
        (await city.Incidents.Add(OpenDoor.Key, view.Id.Value, new AddCommand(Far, "backup", "more hands"))).Refusal.ShouldBeNull();
        var orders = Array.Empty<Order>();
        await Eventually.Holds(
            async () => (orders = [.. (await city.Responders.Orders(OpenDoor.Key, Far.Value, "", TimeSpan.Zero)).Value!.Orders.Where(o => o.Incident == view.Id)]).Length > 0,
            () => "the order has not come");
        var order = orders[^1];
        city.Model.TryCell("c-00015", out var place).ShouldBeTrue();
        city.Model.TryCell((await city.View(Far)).Cell.Value, out var from).ShouldBeTrue();
        order.RouteSeconds.ShouldBe(city.Model.Travel.Time(from, place, city.Model.Cells) / 10.0);
        await city.Finish(view.Id);
    }

    private async Task<IncidentView> Assigned(string id, string cell = "c-00015")
    {
        await city.Fresh();
        return await city.UntilAssigned(await city.Report(City.Theft(id, cell)));
    }
}
