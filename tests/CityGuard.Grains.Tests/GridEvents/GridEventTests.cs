using CityGuard.Abstractions;
using CityGuard.Abstractions.GridEvents;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.GridEvents.Events;
using CityGuard.Domain.People;
using CityGuard.Grains.GridEvents;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.GridEvents;

[Collection(nameof(OneCity))]
public sealed class GridEventTests(City city)
{
    private static readonly Credential Collector = new("ingest"), Chief = new("command"), Reader = new("read");
    private static readonly Credential Dispatcher = OpenDoor.Person(PersonRole.Dispatcher, "d-01"), Commander = OpenDoor.Person(PersonRole.Commander, "d-01");

    private IGridEventFront Events => city.Grains.GetGrain<IGridEventFront>(0);

    [Fact]
    public async Task An_event_goes_through_its_loop_with_a_new_start_in_the_middle_of_each_step()
    {
        var report = Lamp("loop", "the lamp at Mrs Lin's door is dark");
        var opened = (await Events.Report(Collector, report)).Value.ShouldNotBeNull();
        opened.Created.ShouldBeTrue();
        var id = opened.Id.Value;
        await Restart(id);
        (await Events.Report(Collector, report)).Value!.ShouldBe(opened with { Created = false });
        (await View(id)).Line.WaitsFor.ShouldBe("register");

        await Restart(id);
        (await Events.Register(Dispatcher, id, new RegisterEventCommand(Command: "r"))).Value!.Line.Step.ShouldBe("registered");
        await Restart(id);
        (await Events.Register(Dispatcher, id, new RegisterEventCommand(Command: "r"))).IsOk.ShouldBeTrue();
        (await Events.Assign(Dispatcher, id, new AssignEventCommand(Person: "tracker"))).Refusal!.Reason.ShouldContain("tracker collected this event");
        (await Events.Assign(Dispatcher, id, new AssignEventCommand())).Value!.Line.Assignee!.Department.ShouldBe("power");
        await Restart(id);
        (await Events.Accept(Chief, id, new EventCommand())).Value!.Line.Step.ShouldBe("accepted");
        await Restart(id);
        (await Events.Handled(Chief, id, new HandledEventCommand("resolved"))).Value!.Handler.ShouldBe("chief");
        await Restart(id);
        (await Events.Check(Chief, id, new CheckEventCommand(true))).Refusal!.Reason.ShouldContain("chief handled this event");
        (await Events.Check(Commander, id, new CheckEventCommand(false, CheckBack.Handle, Why: "still dark"))).Value!.Line.Step.ShouldBe("accepted");
        (await Events.Handled(Chief, id, new HandledEventCommand("resolved"))).IsOk.ShouldBeTrue();
        (await Events.Check(Commander, id, new CheckEventCommand(true))).IsOk.ShouldBeTrue();
        await Restart(id);
        var closed = (await Events.Evaluate(Dispatcher, id, new EventCommand(Command: "e"))).Value.ShouldNotBeNull();
        (closed.Line.Step, closed.Grade, closed.FailedChecks).ShouldBe(("closed", "fair", 1));
        await Restart(id);
        (await Events.Evaluate(Dispatcher, id, new EventCommand(Command: "e"))).Value!.Version.ShouldBe(closed.Version);

        (await View(id)).Description.ShouldBe(report.Description);
        (await Events.Get(Reader, id)).Value!.Description.ShouldBeNull();
        city.Text(id).ShouldNotContain("Lin");
        (await Events.Open(Reader, "city-sample", null, false, 500)).Value!.ShouldNotContain(line => line.Id == opened.Id);
    }

    [Fact]
    public async Task Other_content_under_the_same_id_is_kept_as_evidence_and_changes_nothing()
    {
        var opened = (await Events.Report(Collector, Lamp("twice", "dark"))).Value!.Id.Value;
        (await Events.Report(Collector, Lamp("twice", "very dark") with { Category = "other" })).Value!.Created.ShouldBeFalse();
        (await Events.Report(Collector, Lamp("twice", "very dark") with { Category = "other" })).Value!.Created.ShouldBeFalse();
        var view = await View(opened);
        (view.Line.Category, view.Differing, view.Description).ShouldBe(("powerFault", 1, "dark"));
        city.Text(opened).ShouldNotContain("dark");
    }

    [Fact]
    public async Task Open_events_of_an_area_are_listed_by_due_time_and_step()
    {
        var slow = (await Events.Report(Collector, Lamp("slow") with { Category = "other" })).Value!.Id;
        var fast = (await Events.Report(Collector, Lamp("fast"))).Value!.Id;
        var sector = (await View(fast.Value)).Line.Sector.Value;
        var ids = (await Events.Open(Reader, sector, "collected", false, 500)).Value.ShouldNotBeNull().Select(line => line.Id).ToList();
        ids.IndexOf(fast).ShouldBeInRange(0, ids.IndexOf(slow) - 1);
        (await Events.Open(Reader, sector, "handled", false, 500)).Value!.ShouldNotContain(line => line.Id == fast);
        (await Events.Open(Reader, sector, null, true, 500)).Value!.ShouldNotContain(line => line.Id == fast);
        (await Events.Withdraw(Dispatcher, fast.Value, new EventCommand("reported by mistake"))).Value!.Line.Step.ShouldBe("withdrawn");
        (await Events.Open(Reader, sector, null, false, 500)).Value!.ShouldNotContain(line => line.Id == fast);
    }

    [Fact]
    public async Task What_is_wrong_is_refused_and_changes_nothing()
    {
        var id = (await Events.Report(Collector, Lamp("wrong"))).Value!.Id.Value;
        var version = (await View(id)).Version;
        (await Events.Report(Reader, Lamp("x"))).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await Events.Report(Collector, Lamp("x") with { Category = "moon" })).Refusal!.Reason.ShouldContain("none of");
        (await Events.Report(Collector, Lamp("x") with { Collector = "p-Z-9999" })).Refusal!.Code.ShouldBe(RefusalCode.Unprocessable);
        (await Events.Register(OpenDoor.Person(PersonRole.Dispatcher, "d-02"), id, new RegisterEventCommand())).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await Events.Register(OpenDoor.Person(PersonRole.Viewer, "d-01"), id, new RegisterEventCommand())).Refusal!.Code.ShouldBe(RefusalCode.Forbidden);
        (await Events.Register(Dispatcher, id, new RegisterEventCommand(IfVersion: version + 7))).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await Events.Handled(Dispatcher, id, new HandledEventCommand("magic"))).Refusal!.Code.ShouldBe(RefusalCode.Unprocessable);
        (await Events.Handled(Dispatcher, id, new HandledEventCommand("resolved"))).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await Events.Assign(Dispatcher, id, new AssignEventCommand(Person: "Li", Department: "power"))).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Events.Withdraw(Dispatcher, id, new EventCommand())).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Events.Accept(Chief, GridEventId.Of("no", "such").Value, new EventCommand())).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Events.Accept(Chief, "g-what", new EventCommand())).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await View(id)).Version.ShouldBe(version);
    }

    private static GridEventReport Lamp(string id, string? text = null)
        => new("test-events", id, "powerFault", new Location(Cell: "c-00015"), Channel: "12345", Description: text);

    private async Task<GridEventView> View(string id) => (await Events.Get(OpenDoor.Key, id)).Value.ShouldNotBeNull();

    private Task Restart(string id) => City.Deactivate(city.Grains.GetGrain<IGridEventGrain>(id));
}
