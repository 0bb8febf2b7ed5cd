using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;
using CityGuard.Domain.Incidents;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>A responder is diverted or freed by force, whichever append fails: it has one holder, the loser knows and finds another.</summary>
[Collection(nameof(OneCity))]
public sealed class LossTests(City city)
{
    private IProtocolFront Door => city.Grains.GetGrain<IProtocolFront>(0);

    public static TheoryData<string, bool> Diverting => Faults("AssignmentRequested", "Diverted", "AssignmentGranted", "AssignmentLost", "LossHeard", "Decided");

    public static TheoryData<string, bool> Forcing => Faults("ForceReleased", "AssignmentLost", "LossHeard", "Decided");

    [Theory]
    [MemberData(nameof(Diverting))]
    public async Task A_diverted_responder_has_one_holder_and_the_loser_finds_another(string kind, bool written)
    {
        var (lesser, graver) = (await Assigned($"lesser-{kind}-{written}"), await Assigned($"graver-{kind}-{written}", IncidentSeverity.High));
        var taken = lesser.Assignment();
        var (hit, heard) = (city.Journal.FaultsHit, city.Kinds(taken.Responder.Value).Count(k => k == "LossHeard"));
        city.Journal.FailNext(kind, written);
        var command = new DivertCommand(taken.Responder, "backup", "weapons seen", lesser.Id, Extra: true, Command: $"divert-{kind}-{written}");
        (await Door.Divert(OpenDoor.Key, graver.Id.Value, command)).Refusal.ShouldBeNull();

        var there = (await city.Until(graver.Id, v => v.Assignments.Any(a => a.Responder == taken.Responder && a.State == AssignmentState.Granted)))
            .Assignments.Single(a => a.Responder == taken.Responder && a.State == AssignmentState.Granted);
        var left = await city.Until(lesser.Id, v => v.Assignments.Any(a => a.State == AssignmentState.Lost) && v.Assignments.Any(a => a.State == AssignmentState.Granted));
        await Heard(taken.Responder.Value, heard + 1);
        city.Journal.FaultsHit.ShouldBe(hit + 1);
        there.ShouldSatisfyAllConditions(a => a.From.ShouldBe(lesser.Id), a => a.Epoch.ShouldBe(taken.Epoch + 1));
        left.Assignments.Single(a => a.State == AssignmentState.Lost).ShouldSatisfyAllConditions(a => a.Op.ShouldBe(taken.Op), a => a.LostTo.ShouldBe(graver.Id));
        left.Assignment().Responder.ShouldNotBe(taken.Responder);
        (await city.View(taken.Responder)).ShouldSatisfyAllConditions(r => r.Incident.ShouldBe(graver.Id), r => r.Epoch.ShouldBe(there.Epoch));

        (await city.Say(lesser, "accepted", assignment: taken)).Refusal.ShouldNotBeNull().Code.ShouldBe(RefusalCode.Conflict);
        await Eventually.Holds(
            async () => (await city.Responders.Orders(OpenDoor.Key, taken.Responder.Value, "", TimeSpan.Zero)).Value!.Orders is [.., { Recall: false } order]
                && order.Incident == graver.Id && order.Epoch == there.Epoch,
            () => "the crew has no order of the graver incident");
        var version = (await city.View(graver.Id)).Version;
        (await Door.Divert(OpenDoor.Key, graver.Id.Value, command)).Refusal.ShouldBeNull();
        (await city.View(graver.Id)).Version.ShouldBe(version);
        city.Violations(lesser.Id.Value, graver.Id.Value, taken.Responder.Value).ShouldBeEmpty();
        await city.Finish(lesser.Id);
        await city.Finish(graver.Id);
    }

    [Theory]
    [MemberData(nameof(Forcing))]
    public async Task A_responder_freed_by_force_is_free_and_the_loser_finds_another(string kind, bool written)
    {
        var view = await Assigned($"force-{kind}-{written}");
        var taken = view.Assignment();
        var (hit, heard) = (city.Journal.FaultsHit, city.Kinds(taken.Responder.Value).Count(k => k == "LossHeard"));
        city.Journal.FailNext(kind, written);
        var command = new ForceReleaseCommand("radio is dead", taken.Epoch, Command: $"force-{kind}-{written}");
        (await Door.ForceRelease(OpenDoor.Key, taken.Responder.Value, command)).Value.ShouldNotBeNull().Incident.ShouldBeNull();

        var left = await city.Until(view.Id, v => v.Assignments.Any(a => a.State == AssignmentState.Lost) && v.Assignments.Any(a => a.State == AssignmentState.Granted));
        await Heard(taken.Responder.Value, heard + 1);
        city.Journal.FaultsHit.ShouldBe(hit + 1);
        left.Assignment().Responder.ShouldNotBe(taken.Responder);
        (await Door.ForceRelease(OpenDoor.Key, taken.Responder.Value, command)).Refusal.ShouldBeNull();
        (await Door.ForceRelease(OpenDoor.Key, taken.Responder.Value, command with { Why = "another reason" })).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await city.View(taken.Responder)).Epoch.ShouldBe(taken.Epoch + 1);
        city.Violations(view.Id.Value, taken.Responder.Value).ShouldBeEmpty();
        await city.Finish(view.Id);
    }

    [Fact]
    public async Task A_slot_stays_empty_when_the_person_says_so()
    {
        var view = await Assigned("stays-empty");
        var taken = view.Assignment();
        (await Door.ForceRelease(OpenDoor.Key, taken.Responder.Value, new ForceReleaseCommand("enough there", StaysEmpty: true))).Refusal.ShouldBeNull();
        await city.Until(view.Id, v => v.Assignments.Any(a => a.State == AssignmentState.Lost));
        await City.Deactivate(city.Grains.GetGrain<CityGuard.Grains.Incidents.IIncidentGrain>(view.Id.Value));
        city.Grains.GetGrain<CityGuard.Grains.Incidents.IIncidentGrain>(view.Id.Value).TakeUp(0).Ignore();
        // A board that is a tenth of a second behind may have asked for somebody who was taken meanwhile: that refusal stays in the list.
        (await city.View(view.Id)).Assignments.Where(a => a.State != AssignmentState.Refused).ShouldHaveSingleItem().State.ShouldBe(AssignmentState.Lost);
        await city.Finish(view.Id);
    }

    [Fact]
    public async Task What_may_not_be_taken_is_refused_with_its_reason_and_nothing_changes()
    {
        var (one, other) = (await Assigned("refused-one"), await Assigned("refused-other"));
        var held = other.Assignment().Responder;
        Task<Answer<IncidentView>> Divert(DivertCommand command) => Door.Divert(OpenDoor.Key, one.Id.Value, command);
        (await Divert(new DivertCommand(held, "backup", "closer", Extra: true))).Refusal!.ShouldSatisfyAllConditions(r => r.Code.ShouldBe(RefusalCode.Unprocessable), r => r.Reason.ShouldContain("not graver"));
        (await Divert(new DivertCommand(held, "backup", "closer", one.Id, Extra: true))).Refusal!.Reason.ShouldContain("is not held by");
        (await Divert(new DivertCommand(one.Assignment().Responder, "backup", "closer"))).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await Divert(new DivertCommand(held, "", "closer"))).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Divert(new DivertCommand(held, "backup", "closer", IfVersion: 1))).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await Door.ForceRelease(OpenDoor.Key, held.Value, new ForceReleaseCommand("stale", other.Assignment().Epoch - 1))).Refusal!.Reason.ShouldContain("expected epoch");
        (await Door.ForceRelease(OpenDoor.Key, "p-C-9999", new ForceReleaseCommand("who"))).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Door.ForceRelease(OpenDoor.Key, held.Value, new ForceReleaseCommand(""))).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await city.View(one.Id)).Version.ShouldBe(one.Version);
        (await city.View(held)).Incident.ShouldBe(other.Id);
        await city.Finish(one.Id);
        await city.Finish(other.Id);
        (await Door.ForceRelease(OpenDoor.Key, held.Value, new ForceReleaseCommand("free"))).Refusal!.Reason.ShouldContain("free");
    }

    private static TheoryData<string, bool> Faults(params string[] kinds)
    {
        var data = new TheoryData<string, bool>();
        foreach (var kind in kinds)
            foreach (var written in (bool[])[true, false])
                data.Add(kind, written);
        return data;
    }

    private async Task Heard(string responder, int least)
        => await Eventually.Holds(
            async () =>
            {
                await city.View(CityGuard.Domain.Responders.ResponderId.Parse(responder)); // as its sector does with one that is silent
                return city.Kinds(responder).Count(k => k == "LossHeard") >= least;
            },
            () => $"{responder} still owes the word");

    private async Task<IncidentView> Assigned(string id, IncidentSeverity severity = IncidentSeverity.Low)
    {
        await city.Fresh();
        var view = await city.UntilAssigned(await city.Report(City.Theft(id) with { Severity = severity }));
        return view;
    }
}
