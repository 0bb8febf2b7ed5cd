using System.Collections.Immutable;
using CityGuard.Domain.Areas.Stocks.Events;
using CityGuard.Domain.Incidents;

namespace CityGuard.Domain.Areas.Stocks;

/// <summary>Which draw: one incident draws one item from one shelf once for each operation.</summary>
public readonly record struct DrawKey(IncidentId Incident, string Op, string Item);

/// <summary>What a draw got, and how it was settled; null: it is out.</summary>
public sealed record StockDraw(StockDrawn Drawn, StockReturned? Settled);

/// <summary>The shelves of one area as its stream tells them. An item that no fact names stands as the city's data says.</summary>
public sealed record StockState
{
    /// <summary>Before any fact.</summary>
    public static StockState Empty { get; } = new();

    /// <summary>What is on the shelf, of the items that a fact names.</summary>
    public ImmutableDictionary<string, int> Shelf { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>All draws, settled ones too: a late repeat must not draw again.</summary>
    public ImmutableDictionary<DrawKey, StockDraw> Draws { get; init; } = ImmutableDictionary<DrawKey, StockDraw>.Empty;

    /// <summary>The settings by the id of their command.</summary>
    public ImmutableDictionary<string, StockSet> Commands { get; init; } = ImmutableDictionary<string, StockSet>.Empty;

    /// <summary>How many of an item are on the shelf.</summary>
    /// <param name="item">Key of the item.</param>
    /// <param name="begins">How many it began with, as the city's data says.</param>
    public int OnShelf(string item, int begins) => Shelf.GetValueOrDefault(item, begins);

    /// <summary>How many of an item are out with incidents.</summary>
    public int Out(string item) => Draws.Values.Where(draw => draw.Settled is null && draw.Drawn.Item == item).Sum(draw => draw.Drawn.Count);

    /// <summary>The state after a fact.</summary>
    public StockState Evolve(StockEvent happened)
    {
        var next = this with { Shelf = Shelf.SetItem(happened.Item, happened.Left) };
        return happened switch
        {
            StockDrawn e => next with { Draws = Draws.SetItem(new DrawKey(e.Incident, e.Op, e.Item), new StockDraw(e, null)) },
            StockReturned e when new DrawKey(e.Incident, e.Op, e.Item) is var key => next with { Draws = Draws.SetItem(key, Draws[key] with { Settled = e }) },
            StockSet e => next with { Commands = Commands.SetItem(e.Command, e) },
            _ => throw new InvalidOperationException($"no rule for {happened.GetType().Name}"),
        };
    }
}
