using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Stocks;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Supplies;
using CityGuard.Domain.Plans;

namespace CityGuard.Grains.Incidents;

/// <summary>What an incident drew, as others see it.</summary>
internal static class SupplyPictures
{
    /// <summary>Null: its plan wanted nothing.</summary>
    public static SupplyView[]? View(IncidentCourse course, StockTerms terms)
        => course.Supplies.IsEmpty ? null : [.. course.Supplies.SelectMany(want => want.Wanted.Items.Select(item => View(want, item, terms.Find(item.Item))))];

    private static SupplyView View(SupplyWant want, PlannedSupply item, StockItem? known)
    {
        var shortage = want.Shortages.Find(s => s.Item == item.Item);
        return new SupplyView(
            want.Wanted.Op, item.Item, known?.Name ?? new BilingualName(item.Item, item.Item), known?.Unit ?? new BilingualName("", ""), item.Count,
            [.. want.Drawn?.Drawn.Where(drawn => drawn.Item == item.Item) ?? []], shortage?.Missing ?? 0, shortage?.Why,
            want switch { { Returned: not null } => SupplyState.Settled, { Drawn: not null } => SupplyState.Out, _ => SupplyState.Asked },
            want.Returned?.Used.Where(used => used.Item == item.Item).Sum(used => used.Count) ?? 0);
    }
}
