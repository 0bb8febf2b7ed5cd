using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Stocks;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Stocks;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Plans;
using CityGuard.Grains.Areas.Stocks;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Tests.Cluster;
using CityGuard.Grains.Tests.Protocol;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Incidents;

/// <summary>A plan draws from the nearest stock upward, whichever append fails, and all is given back or used up before the incident is closed.</summary>
public sealed class SupplyTests : IAsyncLifetime
{
    private static readonly string[] Items = ["shield", "firstAidKit", "cordonTape"];

    private readonly City _city = new(automatic: true, rules: rules => rules with
    {
        Plans = [.. rules.Plans.Select(plan => plan with { Supplies = [new PlannedSupply("shield", 8), new PlannedSupply("firstAidKit", 4), new PlannedSupply("cordonTape", 30)] })],
    });

    private IStockFront Stocks => _city.Grains.GetGrain<IStockFront>(0);

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Theory]
    [InlineData("SuppliesWanted", true)]
    [InlineData("SuppliesWanted", false)]
    [InlineData("StockDrawn", true)]
    [InlineData("StockDrawn", false)]
    [InlineData("SuppliesDrawn", true)]
    [InlineData("SuppliesDrawn", false)]
    [InlineData("StockReturned", true)]
    [InlineData("StockReturned", false)]
    [InlineData("SuppliesReturned", true)]
    [InlineData("SuppliesReturned", false)]
    public async Task Drawn_upward_short_with_its_cause_and_settled_at_the_end(string kind, bool written)
    {
        await _city.Fresh();
        var hit = _city.Journal.FaultsHit;
        _city.Journal.FailNext(kind, written);
        var view = await _city.UntilAssigned(await _city.Report(City.Theft($"{kind}-{written}")));
        view = await _city.Until(view.Id, v => v.Supplies is { Count: 3 } all && all.All(one => one.State == SupplyState.Out));
        var (station, city) = (view.Sector, AreaId.Parse("city-sample"));
        view.Supplies![0].From.ShouldBe([new DrawnSupply("shield", station, 6), new DrawnSupply("shield", AreaId.Parse("d-01"), 2)]);
        view.Supplies[1].From.ShouldBe([new DrawnSupply("firstAidKit", station, 4)]);
        view.Supplies[2].ShouldSatisfyAllConditions(s => s.Missing.ShouldBe(10), s => s.Why!.ShouldContain($"{station} gave 20"));
        (await Shelf(station)).ShouldBe([(0, 6), (6, 4), (0, 20)]);
        await City.Deactivate(_city.Grains.GetGrain<IIncidentGrain>(view.Id.Value));
        await City.Deactivate(_city.Grains.GetGrain<IStockGrain>(station.Value));

        await _city.Work(view);
        _city.Journal.FaultsHit.ShouldBe(hit + 1);
        (await Shelf(station)).ShouldBe([(6, 0), (6, 0), (0, 0)]);
        var closed = await _city.View(view.Id);
        closed.Supplies!.Select(s => (s.State, s.Used)).ShouldBe([(SupplyState.Settled, 0), (SupplyState.Settled, 4), (SupplyState.Settled, 20)]);
        _city.Kinds(view.Id.Value).Count(k => k is "SuppliesWanted" or "SuppliesDrawn" or "SuppliesReturned").ShouldBe(3);
        foreach (var area in (string[])[station.Value, "d-01", city.Value])
            _city.Violations(view.Id.Value, StockStream.Of(AreaId.Parse(area))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_shelf_is_set_by_a_person_once_and_bad_words_change_nothing()
    {
        var command = new SetStockCommand(9, "filled up", 0, "set-1");
        var view = (await Set("shield", command)).Value.ShouldNotBeNull();
        await City.Deactivate(_city.Grains.GetGrain<IStockGrain>("d-01"));
        (await Set("shield", command)).Value.ShouldNotBeNull().Version.ShouldBe(view.Version);
        view.Items.Single(item => item.Item == "shield").OnShelf.ShouldBe(9);
        (await Set("shield", command with { Command = "set-2" })).Refusal!.Code.ShouldBe(RefusalCode.Conflict);
        (await Set("shield", new SetStockCommand(-1, "less than nothing"))).Refusal.ShouldNotBeNull();
        (await Set("shield", new SetStockCommand(1, ""))).Refusal!.Code.ShouldBe(RefusalCode.Malformed);
        (await Set("umbrella", new SetStockCommand(1, "rain"))).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
        (await Stocks.Get(OpenDoor.Key, "d-01")).Value.ShouldNotBeNull().Version.ShouldBe(view.Version);
        (await Stocks.Get(OpenDoor.Key, "nowhere")).Refusal!.Code.ShouldBe(RefusalCode.Unknown);
    }

    private Task<Answer<StockView>> Set(string item, SetStockCommand command) => Stocks.Set(OpenDoor.Key, "d-01", item, command);

    private async Task<(int, int)[]> Shelf(AreaId area)
    {
        var items = (await Stocks.Get(OpenDoor.Key, area.Value)).Value.ShouldNotBeNull().Items;
        return [.. Items.Select(item => items.Single(one => one.Item == item)).Select(one => (one.OnShelf, one.Out))];
    }
}
