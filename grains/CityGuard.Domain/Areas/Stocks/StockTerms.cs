namespace CityGuard.Domain.Areas.Stocks;

/// <summary>What a city keeps in stock (物资装备) when it begins, as data. Each list may be left out.</summary>
/// <param name="Items">What there is to keep.</param>
/// <param name="Usual">What every area of a kind keeps, where no line says otherwise.</param>
/// <param name="Lines">What single areas keep.</param>
public sealed record StockTerms(
    IReadOnlyList<StockItem>? Items = null,
    IReadOnlyList<UsualStock>? Usual = null,
    IReadOnlyList<StockLine>? Lines = null)
{
    /// <summary>A city that keeps nothing.</summary>
    public static StockTerms None { get; } = new();

    /// <summary>What there is to keep.</summary>
    public IReadOnlyList<StockItem> Items { get; init; } = Items ?? [];

    /// <summary>What every area of a kind keeps, where no line says otherwise.</summary>
    public IReadOnlyList<UsualStock> Usual { get; init; } = Usual ?? [];

    /// <summary>What single areas keep.</summary>
    public IReadOnlyList<StockLine> Lines { get; init; } = Lines ?? [];

    /// <summary>An item; null: the city has no such item.</summary>
    public StockItem? Find(string item) => Items.FirstOrDefault(known => known.Id == item);

    /// <summary>How many an area begins with; null: it keeps no such item.</summary>
    public int? CountOf(Area area, string item)
        => Lines.FirstOrDefault(line => line.Area == area.Id && line.Item == item)?.Count
            ?? Usual.FirstOrDefault(usual => usual.Kind == area.Kind && usual.Item == item)?.Count;

    /// <summary>The items that an area keeps, in the order of <see cref="Items"/>, each with the count it begins with.</summary>
    public IEnumerable<(StockItem Item, int Count)> KeptBy(Area area)
        => Items.Select(item => (item, Count: CountOf(area, item.Id))).Where(kept => kept.Count is not null).Select(kept => (kept.item, kept.Count!.Value));
}

/// <summary>A kind of supplies or equipment.</summary>
/// <param name="Id">Key.</param>
/// <param name="Name">Name in both languages.</param>
/// <param name="Unit">What one of it is, in both languages.</param>
/// <param name="Consumable">True: it is used up where it was drawn for a scene; false: it comes back.</param>
public sealed record StockItem(string Id, BilingualName Name, BilingualName Unit, bool Consumable = false);

/// <summary>What every area of a kind keeps.</summary>
/// <param name="Kind">Sector (station), district or city.</param>
/// <param name="Item">Key of the item.</param>
/// <param name="Count">How many, 0 or more.</param>
public sealed record UsualStock(AreaKind Kind, string Item, int Count);

/// <summary>What one area keeps.</summary>
/// <param name="Area">A sector (station), a district or the city.</param>
/// <param name="Item">Key of the item.</param>
/// <param name="Count">How many, 0 or more.</param>
public sealed record StockLine(AreaId Area, string Item, int Count);
