using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Events;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Responders.Events;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>
/// What must be true of a journal whatever happened: fed stream by stream in any order, then asked once.
/// The streams must be of one moment. Every violation is a line that names the stream and version.
/// </summary>
/// <param name="acked">Facts that somebody was told are durable.</param>
public sealed partial class InvariantChecker(IEnumerable<AckedFact>? acked = null)
{
    private readonly AckedFacts _acked = new(acked ?? []);
    private readonly Dictionary<IncidentId, IncidentLedger> _incidents = [];
    private readonly Dictionary<ResponderId, ResponderLedger> _responders = [];
    private readonly List<string> _violations = [];

    /// <summary>A whole incident stream, from version 1.</summary>
    public void Incident(IncidentId id, IEnumerable<IncidentEvent> events)
    {
        var ledger = _incidents[id] = new IncidentLedger(id, _violations);
        foreach (var happened in events)
        {
            ledger.Enter(happened);
            _acked.Met(id.Value, ledger.Version, happened.GetType().Name, AckedFact.OperationOf(happened));
        }
    }

    /// <summary>A whole responder stream, from version 1.</summary>
    public void Responder(ResponderId id, IEnumerable<ResponderEvent> events)
    {
        var ledger = _responders[id] = new ResponderLedger(id, _violations);
        var lending = _lendings[id] = new LendingLedger(id, _violations);
        foreach (var happened in events)
        {
            ledger.Enter(happened);
            lending.Enter(happened);
            _acked.Met(id.Value, ledger.Version, happened.GetType().Name, AckedFact.OperationOf(happened));
        }
    }

    /// <summary>A whole area stream, from version 1.</summary>
    public void Area(AreaId id, IEnumerable<AreaEvent> events)
    {
        var (duty, modes) = (new DutyLedger(id, _violations), new ModeLedger(id, _violations));
        foreach (var (before, happened) in events.Index())
        {
            duty.Enter(happened);
            modes.Enter(happened);
            _acked.Met(id.Value, before + 1, happened.GetType().Name, AckedFact.OperationOf(happened));
        }
    }

    /// <summary>The city's own stream, from version 1.</summary>
    public void City(string stream, IEnumerable<CityEvent> events)
    {
        foreach (var (before, happened) in events.Index())
            _acked.Met(stream, before + 1, happened.GetType().Name, AckedFact.OperationOf(happened));
    }

    /// <summary>True when this incident has not been closed, as far as it was fed.</summary>
    public bool IsOpen(IncidentId id) => _incidents.TryGetValue(id, out var ledger) && ledger.Phase is IncidentPhase.Open or IncidentPhase.Closing;

    /// <summary>All violations, those between streams included.</summary>
    /// <param name="quiescent">True: nothing was under way any more, so nothing may be pending.</param>
    public IReadOnlyList<string> Finish(bool quiescent)
    {
        var between = new CrossCheck(_incidents, _responders);
        return [.. _violations, .. between.Grants(), .. between.Holdings(), .. between.Losses(), .. between.Merges(), .. between.Transfers(_tickets), .. quiescent ? [.. between.Pending(), .. CrossCheck.Owed(_tickets)] : Array.Empty<string>(), .. Lendings(quiescent), .. _acked.Missing()];
    }
}
