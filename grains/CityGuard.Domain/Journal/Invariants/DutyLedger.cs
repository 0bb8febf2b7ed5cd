using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Events;
using CityGuard.Domain.Duty;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>The duty of an area: its changes are numbered without a gap, an order has a length, and only one that stands is ended.</summary>
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
        }

        _duties = _duties.Evolve(happened);
    }
}
