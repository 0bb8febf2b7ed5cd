using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Supplies;
using CityGuard.Domain.Plans;
using CityGuard.Grains.Areas.Stocks;

namespace CityGuard.Grains.Incidents;

/// <summary>What it draws from stocks, and gives back.</summary>
internal sealed partial class IncidentGrain
{
    /// <summary>Asks the station, then the district, then the city for what the nearer ones could not give. False: one did not answer; it is asked again.</summary>
    private async Task<bool> DrawSupplies(SupplyWant want)
    {
        var missing = want.Wanted.Items.ToDictionary(item => item.Item, item => item.Count);
        var answers = new List<DrawnSupply>();
        foreach (var area in LevelsOf(State))
        {
            PlannedSupply[] wanted = [.. missing.Where(item => item.Value > 0 && Keeps(area, item.Key)).Select(item => new PlannedSupply(item.Key, item.Value))];
            if (wanted.Length == 0)
                continue;
            if (await Answer<IReadOnlyList<DrawnSupply>>(async () => await Stock(area).Draw(Id, want.Wanted.Op, wanted), $"the stock of {area}") is not { } given)
                return false;
            answers.AddRange(given);
            foreach (var supply in given)
                missing[supply.Item] -= supply.Count;
        }

        return await Carried(course => SupplyRules.Drawn(course, want.Wanted.Op, answers, Now));
    }

    private async Task<bool> ReturnSupplies(SupplyWant want)
    {
        var used = want.Drawn!.Drawn.Select(drawn => drawn with { Count = SupplyRules.UsedOf(State, drawn, services.Index.City.Rules.Stocks.Find(drawn.Item)?.Consumable == true) }).ToArray();
        foreach (var stock in used.GroupBy(supply => supply.Area))
            if (await Answer<object>(async () => { await Stock(stock.Key).Return(Id, want.Wanted.Op, [.. stock]); return stock; }, $"the stock of {stock.Key}") is null)
                return false;
        return await Carried(course => SupplyRules.Returned(course, want.Wanted.Op, [.. used.Where(supply => supply.Count > 0)], Now));
    }

    private bool Keeps(AreaId area, string item)
        => services.Index.City.TryArea(area.Value, out var at) && services.Index.City.Rules.Stocks.CountOf(services.Index.City.Areas[at], item) is not null;

    private IStockGrain Stock(AreaId area) => GrainFactory.GetGrain<IStockGrain>(area.Value);
}
