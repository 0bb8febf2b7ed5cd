using CityGuard.Domain.GridEvents;
using CityGuard.Domain.GridEvents.Events;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>The streams of grid events and tickets.</summary>
public sealed partial class InvariantChecker
{
    private readonly Dictionary<GridEventId, GridEventLedger> _tickets = [];

    /// <summary>A whole stream of a grid event, from version 1; true when it is still open.</summary>
    public bool GridEvent(GridEventId id, IEnumerable<GridEventFact> events)
    {
        var ledger = _tickets[id] = new GridEventLedger(id.Value, _violations);
        foreach (var happened in events)
        {
            ledger.Enter(happened);
            _acked.Met(id.Value, ledger.Version, happened.GetType().Name, AckedFact.OperationOf(happened));
        }

        return ledger.IsOpen;
    }
}
