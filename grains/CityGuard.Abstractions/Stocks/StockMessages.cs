using CityGuard.Domain.Areas;

namespace CityGuard.Abstractions.Stocks;

/// <summary>What an area keeps in stock (物资装备).</summary>
/// <param name="Area">The area.</param>
/// <param name="Version">Version of its books; 0: nothing has moved yet.</param>
/// <param name="Items">Its items.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.StockView")]
public sealed record StockView([property: Id(0)] AreaId Area, [property: Id(1)] long Version, [property: Id(2)] IReadOnlyList<StockItemView> Items);

/// <summary>One item of a stock.</summary>
/// <param name="Item">Key of the item.</param>
/// <param name="Name">Name in both languages.</param>
/// <param name="Unit">What one of it is.</param>
/// <param name="Consumable">True: it is used up on scene; false: it comes back.</param>
/// <param name="OnShelf">How many may be drawn, 0 or more.</param>
/// <param name="Out">How many are out with incidents.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.StockItemView")]
public sealed record StockItemView(
    [property: Id(0)] string Item,
    [property: Id(1)] BilingualName Name,
    [property: Id(2)] BilingualName Unit,
    [property: Id(3)] bool Consumable,
    [property: Id(4)] int OnShelf,
    [property: Id(5)] int Out);

/// <summary>Says how many of an item are on the shelf: after counting, or after filling it.</summary>
/// <param name="Count">How many, 0 to 1,000,000; what is out with incidents not among them.</param>
/// <param name="Why">Reason, 1 to 500 characters.</param>
/// <param name="IfVersion">Refuse with conflict when the books have moved on; null: do not care.</param>
/// <param name="Command">Id of this command; sent again, it changes nothing.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.SetStockCommand")]
public sealed record SetStockCommand(
    [property: Id(0)] int Count, [property: Id(1)] string Why, [property: Id(2)] long? IfVersion = null, [property: Id(3)] string? Command = null);
