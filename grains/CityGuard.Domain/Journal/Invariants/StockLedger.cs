using CityGuard.Domain.Areas.Stocks;
using CityGuard.Domain.Areas.Stocks.Events;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>The shelves of an area: never below zero, each fact goes on from the one before it, a draw is settled once and whole.</summary>
internal sealed class StockLedger(string stream, List<string> violations) : Ledger(stream, violations)
{
    private readonly Dictionary<string, int> _shelf = [];

    /// <summary>What was drawn, by draw.</summary>
    public Dictionary<DrawKey, int> Draws { get; } = [];

    /// <summary>Draws that are settled.</summary>
    public HashSet<DrawKey> Settled { get; } = [];

    public void Enter(StockEvent happened)
    {
        Version++;
        Require(happened.Left >= 0, $"{happened.Left} of {happened.Item} on the shelf");
        switch (happened)
        {
            case StockDrawn e:
                Require(e.Count >= 0 && e.Count <= e.Asked, $"{e.Incident} got {e.Count} of {e.Item} and asked for {e.Asked}");
                Require(Draws.TryAdd(new DrawKey(e.Incident, e.Op, e.Item), e.Count), $"{e.Incident} {e.Op} drew {e.Item} twice");
                if (e.Count == 0)
                    Settled.Add(new DrawKey(e.Incident, e.Op, e.Item)); // nothing was given, so nothing comes back
                Continues(e.Item, e.Left + e.Count, e.Left);
                break;
            case StockReturned e:
                EnterReturned(e, new DrawKey(e.Incident, e.Op, e.Item));
                Continues(e.Item, e.Left - e.Count, e.Left);
                break;
            case StockSet e:
                Require(!string.IsNullOrWhiteSpace(e.By) && !string.IsNullOrWhiteSpace(e.Why), $"{e.Item} set by nobody, or for no reason");
                Continues(e.Item, e.Before, e.Left);
                break;
        }
    }

    private void EnterReturned(StockReturned e, DrawKey key)
    {
        Require(Draws.TryGetValue(key, out var drawn), $"{e.Incident} {e.Op} gave back {e.Item}, which it never drew");
        Require(Settled.Add(key), $"{e.Incident} {e.Op} gave back {e.Item} twice");
        Require(e.Count >= 0 && e.Used >= 0 && e.Count + e.Used == drawn, $"{e.Incident} {e.Op} drew {drawn} of {e.Item}, gave back {e.Count} and used up {e.Used}");
    }

    private void Continues(string item, int before, int left)
    {
        if (_shelf.TryGetValue(item, out var last))
            Require(last == before, $"{item} goes on from {before}, and {last} were there");
        _shelf[item] = left;
    }
}
