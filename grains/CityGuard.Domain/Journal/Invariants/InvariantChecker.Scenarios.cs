using CityGuard.Domain.Scenarios.Events;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>Scenarios and the questions asked of them.</summary>
public sealed partial class InvariantChecker
{
    /// <summary>A whole stream of a scenario, from version 1.</summary>
    public void Scenario(string stream, IEnumerable<ScenarioEvent> events)
    {
        var ledger = new ScenarioLedger(stream, _violations);
        foreach (var happened in events)
        {
            ledger.Enter(happened);
            _acked.Met(stream, ledger.Version, happened.GetType().Name, happened.Command);
        }

        ledger.End();
    }

    /// <summary>A whole stream of a question, from version 1.</summary>
    public void Run(string stream, IEnumerable<RunEvent> events)
    {
        var ledger = new RunLedger(stream, _violations);
        foreach (var happened in events)
        {
            ledger.Enter(happened);
            _acked.Met(stream, ledger.Version, happened.GetType().Name, happened.Command);
        }
    }
}
