using CityGuard.Domain.Areas.Counters.Events;
using CityGuard.Domain.Areas.HandOver.Events;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>The streams of an area's life: what it counts, who hands over to whom.</summary>
public sealed partial class InvariantChecker
{
    /// <summary>A whole stream of the calls of a sector and day, from version 1.</summary>
    public void Day(string stream, IEnumerable<DayEvent> events)
    {
        var ledger = new DayLedger(stream, _violations);
        foreach (var happened in events)
        {
            ledger.Enter(happened);
            _acked.Met(stream, ledger.Version, happened.GetType().Name, null);
        }
    }

    /// <summary>A whole stream of hand-over sheets, from version 1.</summary>
    public void HandOver(string stream, IEnumerable<HandOverEvent> events)
    {
        var ledger = new HandOverLedger(stream, _violations);
        foreach (var happened in events)
        {
            ledger.Enter(happened);
            _acked.Met(stream, ledger.Version, happened.GetType().Name, happened.Command);
        }
    }
}
