using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Events;
using CityGuard.Domain.Duty;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>The duty of an area: its changes are numbered without a gap, an order has a length, only one that stands is ended, and a measure is acknowledged once, in time.</summary>
internal sealed class DutyLedger(AreaId id, List<string> violations) : Ledger(id.Value, violations)
{
    private AreaDuties _duties = AreaDuties.None;

    public void Enter(AreaEvent happened)
    {
        Version++;
        switch (happened)
        {
            case DutySet e:
                Require(e.Version == _duties.Version + 1, $"change {e.Version} of its duty after {_duties.Version}");
                Require(e.From < e.Until, "a duty level that ends before it begins");
                break;
            case DutyEnded e:
                Require(e.Version == _duties.Version + 1, $"change {e.Version} of its duty after {_duties.Version}");
                Require(_duties.Standing(e.At).Any(order => order.Version == e.Order), $"order {e.Order} ended, which does not stand");
                break;
            case DutyAcknowledged e:
                Require(e.At < e.Until, $"order {e.Order} of {e.Area} acknowledged after it was over");
                Require(_duties.Receipts.Find(e.Area, e.Order, e.Measure) is null, $"{e.Measure} of order {e.Order} of {e.Area} acknowledged twice");
                break;
        }

        _duties = _duties.Evolve(happened);
    }
}
