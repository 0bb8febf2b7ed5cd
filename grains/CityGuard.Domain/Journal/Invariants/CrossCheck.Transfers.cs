using CityGuard.Domain.GridEvents;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>What must be true between the streams of incidents and those of tickets: both sides of a link know it.</summary>
internal sealed partial class CrossCheck
{
    /// <summary>What is said to be taken is there and linked back; and nothing comes from what was never handed over.</summary>
    public IEnumerable<string> Transfers(Dictionary<GridEventId, GridEventLedger> tickets)
    {
        foreach (var (id, ledger) in incidents.OrderBy(i => i.Key.Value, StringComparer.Ordinal))
        {
            if (ledger.Transfers is { To: { } to, IsTaken: true } && tickets.GetValueOrDefault(to)?.LinkedTo != id)
                yield return $"{id}: {to} is said to have taken it, and is not linked to it";
            if (ledger.Transfers.LinkedTo is { } from && tickets.GetValueOrDefault(from)?.Transfer?.To != id)
                yield return $"{id}: it is linked to {from}, which was not handed over to it";
        }

        foreach (var (id, ledger) in tickets.OrderBy(t => t.Key.Value, StringComparer.Ordinal))
        {
            if (ledger.Transfer is { Taken: true, To: var to } && incidents.GetValueOrDefault(to)?.Transfers.LinkedTo != id)
                yield return $"{id}: {to} is said to have taken it, and is not linked to it";
            if (ledger.LinkedTo is { } from && incidents.GetValueOrDefault(from)?.Transfers.To != id)
                yield return $"{id}: it is linked to {from}, which was not handed over to it";
        }
    }

    /// <summary>Nothing is under way: what was handed over has been taken.</summary>
    public static IEnumerable<string> Owed(Dictionary<GridEventId, GridEventLedger> tickets)
        => tickets.Where(t => t.Value.Transfer is { Taken: false }).OrderBy(t => t.Key.Value, StringComparer.Ordinal)
            .Select(t => $"{t.Key}: still owed to 110 as {t.Value.Transfer!.Value.To}");
}
