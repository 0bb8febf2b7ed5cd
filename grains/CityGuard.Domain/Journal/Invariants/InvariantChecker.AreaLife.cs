using CityGuard.Domain.Areas.Aid;
using CityGuard.Domain.Areas.Aid.Events;
using CityGuard.Domain.Areas.Counters.Events;
using CityGuard.Domain.Areas.HandOver.Events;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>The streams of an area's life: what it counts, who hands over to whom.</summary>
public sealed partial class InvariantChecker
{
    private readonly Dictionary<AidId, AidLedger> _aids = [];
    private readonly Dictionary<ResponderId, LendingLedger> _lendings = [];

    /// <summary>A whole stream of a request for aid, from version 1.</summary>
    public void Aid(AidId id, IEnumerable<AidEvent> events)
    {
        var ledger = _aids[id] = new AidLedger(id, _violations);
        foreach (var happened in events)
        {
            ledger.Enter(happened);
            _acked.Met(id.Value, ledger.Version, happened.GetType().Name, null);
        }
    }

    /// <summary>Between streams: whoever is lent was named in a consent; after quiescence nothing is half ended.</summary>
    private IEnumerable<string> Lendings(bool quiescent)
    {
        foreach (var (responder, ledger) in _lendings)
            foreach (var (lent, version) in ledger.All)
                if (!_aids.TryGetValue(lent.Aid, out var aid) || !aid.Named.Contains(responder))
                    yield return $"{responder} version {version}: lent by {lent.Aid}, which named no such responder";
        foreach (var (id, aid) in quiescent ? _aids : [])
        {
            if (aid.Phase == AidPhase.Ending)
                yield return $"{id} version {aid.Version}: over, and not everyone is home";
            foreach (var responder in aid.Phase == AidPhase.Lent ? aid.Standing : [])
                if (_lendings.GetValueOrDefault(responder)?.Standing?.Aid != id)
                    yield return $"{id} version {aid.Version}: counts on {responder}, which is not lent by it";
        }
    }

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
