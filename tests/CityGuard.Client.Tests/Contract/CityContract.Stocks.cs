using CityGuard.Abstractions;
using CityGuard.Abstractions.Stocks;
using CityGuard.Domain.Areas;
using Shouldly;
using Xunit;

namespace CityGuard.Client.Tests.Contract;

public abstract partial class CityContract
{
    [Fact]
    public async Task What_a_station_keeps_is_told_and_counted_anew_once()
    {
        var area = AreaId.Parse("s-02-02");
        var before = await Client.GetStocksAsync(area, Token);
        var tape = before.Items.Single(item => item.Item == "cordonTape");
        (tape.Consumable, tape.Out).ShouldBe((true, 0));
        var counted = new SetStockCommand(tape.OnShelf + 5, "filled up", Command: "count-" + GetType().Name);
        var after = await Client.SetStockAsync(area, "cordonTape", counted, Token);
        after.Items.Single(item => item.Item == "cordonTape").OnShelf.ShouldBe(tape.OnShelf + 5);
        (await Client.SetStockAsync(area, "cordonTape", counted, Token)).Version.ShouldBe(after.Version);

        (await Refused(() => Client.SetStockAsync(area, "cordonTape", counted with { Count = 1 }, Token))).ShouldBe(RefusalCode.Conflict);
        (await Refused(() => Client.SetStockAsync(area, "cordonTape", new SetStockCommand(1, "late", IfVersion: before.Version), Token))).ShouldBe(RefusalCode.Conflict);
        (await Refused(() => Client.SetStockAsync(area, "cordonTape", new SetStockCommand(1, ""), Token))).ShouldBe(RefusalCode.Malformed);
        (await Refused(() => Client.SetStockAsync(area, "moonDust", new SetStockCommand(1, "x"), Token))).ShouldBe(RefusalCode.Unknown);
        (await Refused(() => Client.SetStockAsync(area, "cordonTape", new SetStockCommand(-1, "x"), Token))).ShouldBeOneOf(RefusalCode.Unprocessable, RefusalCode.Malformed);
        (await Refused(() => Client.GetStocksAsync(AreaId.Parse("d-99"), Token))).ShouldBe(RefusalCode.Unknown);
        using var reader = Connect(city.ReadKey);
        (await Refused(() => reader.SetStockAsync(area, "cordonTape", new SetStockCommand(1, "x"), Token))).ShouldBe(RefusalCode.Forbidden);
        (await reader.GetStocksAsync(area, Token)).Version.ShouldBe(after.Version);
    }
}
