using CityGuard.Abstractions.GridEvents;
using CityGuard.Abstractions.Incidents;
using CityGuard.Grains.GridEvents;
using CityGuard.Grains.Tests.Cluster;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.GridEvents;

/// <summary>What was due while nobody was awake fires at the start, in due order, once.</summary>
public sealed class GridEventClockTests : IAsyncLifetime
{
    private readonly ShiftedTime _time = new();
    private readonly City _city;

    public GridEventClockTests() => _city = new City(automatic: true, _time);

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task Overdue_clocks_fire_at_the_start_in_due_order_and_stop_when_served()
    {
        var events = _city.Grains.GetGrain<IGridEventFront>(0);
        var id = (await events.Report(OpenDoor.Key, new GridEventReport("test-events", "late", "powerFault", new Location(Cell: "c-00015")))).Value!.Id.Value;
        var grain = _city.Grains.GetGrain<IGridEventGrain>(id);
        await City.Deactivate(grain);
        _time.Shift = TimeSpan.FromSeconds(600 + 3_600 + 60); // the register time, and one level more
        await grain.TakeUp();
        await Eventually.Holds(async () => (await grain.Line())!.Told?.Value == "d-01", () => "the district was not told");
        await City.Deactivate(grain);
        await grain.TakeUp();
        (await events.Open(OpenDoor.Key, "d-01", null, true, 10)).Value!.ShouldHaveSingleItem().Due.ShouldNotBeNull();

        string[] told = ["EventCollected", "EventClockSet", "EventClockFired", "GridEventEscalated", "EventClockSet", "EventClockFired", "GridEventEscalated", "EventClockSet"];
        _city.Kinds(id).ShouldBe(told);
        (await events.Register(OpenDoor.Key, id, new RegisterEventCommand())).Value!.Line.ShouldSatisfyAllConditions(l => l.Told.ShouldBeNull(), l => l.IsLate.ShouldBeFalse());
        _city.Kinds(id).ShouldBe([.. told, "EventRegistered", "EventClockSet"]);
    }
}
