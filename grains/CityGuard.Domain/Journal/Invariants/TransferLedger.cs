using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>The tickets of an incident: where it came from, and where it was handed over to, once.</summary>
internal sealed class TransferLedger(string stream, List<string> violations) : Ledger(stream, violations)
{
    /// <summary>The ticket that it came from; null: none.</summary>
    public GridEventId? LinkedTo { get; set; }

    /// <summary>The ticket that it was handed over to; null: none.</summary>
    public GridEventId? To { get; private set; }

    public bool IsTaken { get; private set; }

    public void Enter(IncidentEvent happened, IncidentPhase phase, long version)
    {
        Version = version;
        switch (happened)
        {
            case Transferred e:
                Require(phase == IncidentPhase.Open && To is null, "handed over when it was not open, or twice");
                To = e.To;
                break;
            case TransferTaken e:
                Require(phase == IncidentPhase.Closing && To == e.To && !IsTaken, $"{e.To} has taken what was not handed over to it, or twice");
                IsTaken = true;
                break;
        }
    }
}
