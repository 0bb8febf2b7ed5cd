using CityGuard.Domain.Areas.Stocks.Events;
using CityGuard.Domain.Journal;

namespace CityGuard.Domain.Areas.Stocks;

/// <summary>What may happen to a shelf: it never holds less than nothing, and what left it came back or was used up.</summary>
public static class StockRules
{
    /// <summary>Most of one item on one shelf.</summary>
    public const int Most = 1_000_000;

    /// <summary>Gives what there is, up to what is asked. A repeat is nothing new.</summary>
    /// <param name="state">The shelves.</param>
    /// <param name="key">Which draw.</param>
    /// <param name="asked">How many are wanted, 1 or more.</param>
    /// <param name="begins">How many the item began with.</param>
    /// <param name="now">The moment.</param>
    public static Decision<StockEvent> Draw(StockState state, DrawKey key, int asked, int begins, DateTimeOffset now)
    {
        if (state.Draws.ContainsKey(key))
            return Array.Empty<StockEvent>();
        if (asked < 1)
            return new Objection(ObjectionKind.Impossible, $"{key.Incident} asks for {asked} of {key.Item}");
        var there = state.OnShelf(key.Item, begins);
        var given = Math.Min(asked, there);
        return new StockDrawn(key.Incident, key.Op, key.Item, asked, given, there - given, now);
    }

    /// <summary>Settles a draw. The first word counts; a repeat is nothing new.</summary>
    /// <param name="state">The shelves.</param>
    /// <param name="key">Which draw.</param>
    /// <param name="used">How many were used up, 0 to what was drawn.</param>
    /// <param name="now">The moment.</param>
    public static Decision<StockEvent> Return(StockState state, DrawKey key, int used, DateTimeOffset now)
    {
        if (state.Draws.GetValueOrDefault(key) is not { } draw)
            return new Objection(ObjectionKind.Unknown, $"{key.Incident} has drawn no {key.Item} here by {key.Op}");
        if (draw.Settled is not null)
            return Array.Empty<StockEvent>();
        if (used < 0 || used > draw.Drawn.Count)
            return new Objection(ObjectionKind.Impossible, $"{key.Incident} drew {draw.Drawn.Count} of {key.Item} and cannot have used up {used}");
        if (draw.Drawn.Count == 0)
            return Array.Empty<StockEvent>(); // it got nothing, so nothing comes back
        var back = draw.Drawn.Count - used;
        return new StockReturned(key.Incident, key.Op, key.Item, back, used, state.Shelf[key.Item] + back, now);
    }

    /// <summary>A person says how many are on the shelf. A repeat of the command is nothing new.</summary>
    /// <param name="state">The shelves.</param>
    /// <param name="item">Key of the item.</param>
    /// <param name="count">How many, 0 to <see cref="Most"/>.</param>
    /// <param name="begins">How many it began with.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">Why.</param>
    /// <param name="now">The moment.</param>
    /// <param name="command">Id of the command.</param>
    public static Decision<StockEvent> Set(StockState state, string item, int count, int begins, string by, string why, DateTimeOffset now, string command)
    {
        if (state.Commands.GetValueOrDefault(command) is { } known)
            return (known.Item, known.Left, known.By, known.Why) == (item, count, by, why)
                ? Array.Empty<StockEvent>()
                : new Objection(ObjectionKind.Conflict, $"command {command} was another one: {known.Left} of {known.Item} by {known.By}");
        return count is >= 0 and <= Most
            ? new StockSet(item, state.OnShelf(item, begins), count, by, why, now, command)
            : new Objection(ObjectionKind.Impossible, $"a shelf holds 0 to {Most} of an item, not {count}");
    }
}
