using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Stocks;
using CityGuard.Domain.Areas.Stocks.Events;
using CityGuard.Domain.Incidents;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>The stocks of areas, and that incidents and shelves agree on what is out.</summary>
public sealed partial class InvariantChecker
{
    private readonly Dictionary<AreaId, StockLedger> _stocks = [];

    /// <summary>A whole stream of the stocks of an area, from version 1.</summary>
    public void Stock(AreaId area, IEnumerable<StockEvent> events)
    {
        var ledger = _stocks[area] = new StockLedger(StockStream.Of(area), _violations);
        foreach (var happened in events)
        {
            ledger.Enter(happened);
            _acked.Met(StockStream.Of(area), ledger.Version, happened.GetType().Name, (happened as StockSet)?.Command);
        }
    }

    private IEnumerable<string> Stocks(bool quiescent)
    {
        foreach (var (id, incident) in _incidents)
            foreach (var (op, drawn) in incident.Supplies.Drawn)
                foreach (var one in drawn)
                    if (_stocks.GetValueOrDefault(one.Area)?.Draws.GetValueOrDefault(new DrawKey(id, op, one.Item)) != one.Count)
                        yield return $"{id} version {incident.Version}: counts on {one.Count} of {one.Item} from {one.Area}, which did not give them by {op}";
        foreach (var (area, ledger) in quiescent ? _stocks : [])
            foreach (var draw in ledger.Draws.Keys.Where(draw => !ledger.Settled.Contains(draw)))
                if (_incidents.GetValueOrDefault(draw.Incident) is not { Phase: IncidentPhase.Open or IncidentPhase.Closing } open || open.Supplies.Settled.Contains(draw.Op))
                    yield return $"{StockStream.Of(area)} version {ledger.Version}: {draw.Item} is still out with {draw.Incident} {draw.Op}, which is over: a leak";
    }
}
