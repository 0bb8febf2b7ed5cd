using CityGuard.Abstractions;
using CityGuard.Abstractions.GridEvents;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.People;
using CityGuard.Grains.GridEvents;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Tests.Cluster;
using CityGuard.Grains.Tests.Protocol;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.GridEvents;

/// <summary>A ticket goes to 110 and an incident to 12345 in one call, whichever append fails: both sides know each other, and nothing is in two hands.</summary>
[Collection(nameof(OneCity))]
public sealed class TransferTests(City city)
{
    private ITransferFront Door => city.Grains.GetGrain<ITransferFront>(0);

    private IGridEventFront Events => city.Grains.GetGrain<IGridEventFront>(0);

    public static TheoryData<string, bool> To110 => Faults("EventTransferred", "Opened", "EventTransferTaken");

    public static TheoryData<string, bool> To12345 => Faults("Transferred", "AssignmentReleased", "EventCollected", "TransferTaken", "Closed");

    [Theory]
    [MemberData(nameof(To110))]
    public async Task A_ticket_becomes_an_incident_whichever_append_fails(string kind, bool written)
    {
        await city.Fresh();
        var ticket = await Collected($"to-110-{kind}-{written}");
        var (hit, command) = (city.Journal.FaultsHit, new TransferTo110Command("theft", IncidentSeverity.Low, "a thief was seen", Command: $"to-110-{kind}-{written}"));
        city.Journal.FailNext(kind, written);
        var receipt = (await Door.To110(OpenDoor.Key, ticket.Value, command)).Value.ShouldNotBeNull();
        receipt.Incident.ShouldBe(Transfers.IncidentOf(ticket));

        await Eventually.Holds(async () => (await View(ticket)).Links is { IsTaken: true }, () => "110 has not taken it");
        city.Journal.FaultsHit.ShouldBe(hit + 1);
        (await View(ticket)).ShouldSatisfyAllConditions(v => v.Links!.To.ShouldBe(receipt.Incident), v => v.Line.Step.ShouldBe("transferred"));
        var incident = await city.UntilAssigned(receipt.Incident);
        incident.ShouldSatisfyAllConditions(
            v => v.Links.ShouldBe(new IncidentLinks(ticket, null, false)), v => v.Case!.Verified.ShouldBeTrue(), v => v.Description.ShouldBe("a stranger at Mrs Quan's door"));
        (await Door.To110(OpenDoor.Key, ticket.Value, command)).Value.ShouldBe(receipt with { IsOpen = true });
        city.Kinds(receipt.Incident.Value).Count(k => k == "Opened").ShouldBe(1);
        (city.Text(ticket.Value) + city.Text(receipt.Incident.Value)).ShouldNotContain("Quan");
        city.Violations(ticket.Value, receipt.Incident.Value).ShouldBeEmpty();
        await city.Finish(receipt.Incident);
    }

    [Theory]
    [MemberData(nameof(To12345))]
    public async Task An_incident_becomes_a_ticket_whichever_append_fails(string kind, bool written)
    {
        await city.Fresh();
        var view = await city.UntilAssigned(await city.Report(City.Theft($"to-12345-{kind}-{written}", description: "a dark lamp at Mrs Quan's")));
        var (hit, command) = (city.Journal.FaultsHit, new TransferTo12345Command("powerFault", "no police matter", Command: $"to-12345-{kind}-{written}"));
        city.Journal.FailNext(kind, written);
        var receipt = (await Door.To12345(OpenDoor.Key, view.Id.Value, command)).Value.ShouldNotBeNull();
        receipt.Event.ShouldBe(Transfers.EventOf(view.Id));

        var closed = await city.Until(view.Id, v => v.State == IncidentState.Closed);
        city.Journal.FaultsHit.ShouldBe(hit + 1);
        closed.ShouldSatisfyAllConditions(v => v.Links.ShouldBe(new IncidentLinks(null, receipt.Event, true)), v => v.Assignments.ShouldAllBe(a => a.State != AssignmentState.Granted));
        await Eventually.Holds(async () => (await city.View(view.Assignment().Responder)).Incident != view.Id, () => "the crew was not given back");
        (await View(receipt.Event)).ShouldSatisfyAllConditions(
            v => v.Links.ShouldBe(new GridEventLinks(view.Id, null, false)), v => v.Line.WaitsFor.ShouldBe("register"), v => v.Collector.ShouldBe("tester"),
            v => v.Description.ShouldBe("a dark lamp at Mrs Quan's"));
        (await Door.To12345(OpenDoor.Key, view.Id.Value, command)).Value.ShouldBe(receipt with { IsOpen = true });
        city.Kinds(receipt.Event.Value).Count(k => k == "EventCollected").ShouldBe(1);
        (city.Text(receipt.Event.Value) + city.Text(view.Id.Value)).ShouldNotContain("Quan");
        city.Violations(receipt.Event.Value, view.Id.Value, view.Assignment().Responder.Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_door_never_told_is_told_after_a_new_start()
    {
        var ticket = await Collected("no-door");
        var grain = city.Grains.GetGrain<IGridEventGrain>(ticket.Value);
        var passed = (await grain.TransferTo110(new TransferOrder("theft", IncidentSeverity.Low, null, -1, -1, new Who("desk", true, null), "a thief", null, "no-door"))).Value.ShouldNotBeNull();
        await City.Deactivate(grain);
        (await city.Journal.Open((await View(ticket)).Line.Sector.Value, TestContext.Current.CancellationToken)).ShouldContain(ticket.Value); // so its sector's sweep wakes it
        await grain.TakeUp();
        await Eventually.Holds(async () => (await View(ticket)).Links is { IsTaken: true }, () => "110 has not taken it");
        (await city.Journal.Open((await View(ticket)).Line.Sector.Value, TestContext.Current.CancellationToken)).ShouldNotContain(ticket.Value);

        var by = new TransferTo12345Command("other", "no police matter", Command: "no-door-back");
        var back = (await city.Grains.GetGrain<IIncidentGrain>(passed.Incident.Value).TransferTo12345(by, new Who("chief", true, null))).Value.ShouldNotBeNull();
        await City.Deactivate(city.Grains.GetGrain<IIncidentGrain>(passed.Incident.Value));
        await city.Until(passed.Incident, v => v.State == IncidentState.Closed);
        (await city.View(passed.Incident)).Links.ShouldBe(new IncidentLinks(ticket, back.Event, true));
        city.Violations(ticket.Value, passed.Incident.Value, back.Event.Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_wrong_is_refused_and_changes_nothing()
    {
        var ticket = await Collected("wrong");
        var good = new TransferTo110Command("theft", IncidentSeverity.Low, "a thief was seen");
        Task<Answer<TransferReceipt>> Hand(TransferTo110Command command, Credential? by = null) => Door.To110(by ?? OpenDoor.Key, ticket.Value, command);
        var version = (await View(ticket)).Version;
        (await Hand(good with { Type = "moon" })).Refusal!.Code.ShouldBe(RefusalCode.Unprocessable);
        (await Hand(good with { Severity = (IncidentSeverity)9 })).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Hand(good with { Why = "" })).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Hand(good with { Location = new Location(Cell: "c-99999") })).Refusal!.Code.ShouldBe(RefusalCode.Unprocessable);
        (await Hand(good with { IfVersion = version + 7 })).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await Hand(good, OpenDoor.Person(PersonRole.Viewer, "d-01"))).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await Hand(good, OpenDoor.Person(PersonRole.Dispatcher, "d-02"))).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await Door.To110(OpenDoor.Key, "g-what", good)).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Door.To110(OpenDoor.Key, GridEventId.Of("no", "such").Value, good)).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await city.Incidents.Report(OpenDoor.Key, City.Theft(ticket.Value) with { Source = "12345" })).Refusal!.Reason.ShouldContain("hand it over instead");
        (await View(ticket)).Version.ShouldBe(version);

        var incident = await city.Report(City.Theft("wrong-way"));
        (await Door.To12345(OpenDoor.Key, incident.Value, new TransferTo12345Command("moon", "no police matter"))).Refusal!.Code.ShouldBe(RefusalCode.Unprocessable);
        (await Door.To12345(OpenDoor.Key, incident.Value, new TransferTo12345Command("other", ""))).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Events.Report(OpenDoor.Key, Ticket(incident.Value) with { Source = "110" })).Refusal!.Reason.ShouldContain("hand it over instead");
        city.Kinds(incident.Value).ShouldNotContain("Transferred");
        await city.Finish(incident);
        (await Door.To12345(OpenDoor.Key, incident.Value, new TransferTo12345Command("other", "no police matter"))).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
    }

    private static GridEventReport Ticket(string id)
        => new("test-transfers", id, "powerFault", new Location(Cell: "c-00015"), Channel: "12345", Description: "a stranger at Mrs Quan's door");

    private static TheoryData<string, bool> Faults(params string[] kinds)
    {
        var data = new TheoryData<string, bool>();
        foreach (var kind in kinds)
            foreach (var written in (bool[])[true, false])
                data.Add(kind, written);
        return data;
    }

    private async Task<GridEventId> Collected(string id) => (await Events.Report(OpenDoor.Key, Ticket(id))).Value.ShouldNotBeNull().Id;

    private async Task<GridEventView> View(GridEventId id) => (await Events.Get(OpenDoor.Key, id.Value)).Value.ShouldNotBeNull();
}
