using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>The case in an incident's stream: verified once, and a false alarm ends it.</summary>
internal sealed class CaseLedger(string stream, List<string> violations) : Ledger(stream, violations)
{
    private bool _verified, _falseAlarm;

    /// <param name="happened">The fact.</param>
    /// <param name="phase">Of the incident after it.</param>
    public void Enter(IncidentEvent happened, IncidentPhase phase)
    {
        Version++;
        switch (happened)
        {
            case Opened e:
                _verified = e.Unverified is not true;
                break;
            case Verified:
                Require(!_verified, "verified twice");
                _verified = true;
                break;
            case FalseAlarmCalled:
                Require(phase == IncidentPhase.Open, "called a false alarm when it was not open");
                break;
            case FalseAlarm:
                Require(phase == IncidentPhase.Open && !_falseAlarm, "a false alarm when it was not open, or twice");
                _falseAlarm = true;
                break;
            case Reopened:
                _falseAlarm = false;
                break;
        }
    }
}
