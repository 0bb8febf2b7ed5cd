using CityGuard.Domain.Scenarios.Events;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>A saved scenario: versions follow each other, each with all its parts.</summary>
internal sealed class ScenarioLedger(string stream, List<string> violations) : Ledger(stream, violations)
{
    private int _version, _parts;

    public void Enter(ScenarioEvent happened)
    {
        Version++;
        Require(!string.IsNullOrWhiteSpace(happened.By), "said by nobody");
        switch (happened)
        {
            case ScenarioPart:
                _parts++;
                break;
            case ScenarioSaved e:
                Require(e.Version == ++_version, $"version {e.Version} follows version {_version - 1}");
                Require(e.Parts == _parts, $"version {e.Version} has {_parts} of its {e.Parts} parts");
                _parts = 0;
                break;
            case ScenarioDiscarded:
                Require(_version > 0, "it was taken off the list before it was saved");
                break;
        }
    }

    public void End() => Require(_parts == 0, "it ends with parts of no version");
}

/// <summary>A question: asked once, given up at most once.</summary>
internal sealed class RunLedger(string stream, List<string> violations) : Ledger(stream, violations)
{
    public void Enter(RunEvent happened)
    {
        Version++;
        Require(!string.IsNullOrWhiteSpace(happened.By), "said by nobody");
        Require(happened is RunAsked ? Version == 1 : Version == 2, $"{happened.GetType().Name} is fact {Version}");
    }
}
