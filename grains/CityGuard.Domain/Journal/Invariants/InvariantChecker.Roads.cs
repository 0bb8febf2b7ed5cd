using CityGuard.Domain.Roads.Events;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>The roads of the city.</summary>
public sealed partial class InvariantChecker
{
    /// <summary>A whole stream of roads, from version 1.</summary>
    public void Roads(string stream, IEnumerable<RoadEvent> events)
    {
        var ledger = new RoadLedger(stream, _violations);
        foreach (var happened in events)
        {
            ledger.Enter(happened);
            _acked.Met(stream, ledger.Version, happened.GetType().Name, happened.Command);
        }
    }
}
