using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>The command post within an incident's stream: one at a time, each item done once and lapsed once, never lapsed before it was due.</summary>
internal sealed class PostLedger(IncidentId id, List<string> violations) : Ledger(id.Value, violations)
{
    private readonly HashSet<string> _done = new(StringComparer.Ordinal), _lapsed = new(StringComparer.Ordinal);

    public bool Stands { get; private set; }

    public void Enter(IncidentEvent happened, long version)
    {
        Version = version;
        Require(Stands == happened is not PostOpened, happened is PostOpened ? "a second command post was opened" : $"{happened.GetType().Name} without a command post");
        switch (happened)
        {
            case PostOpened:
                Stands = true;
                _done.Clear();
                _lapsed.Clear();
                break;
            case ChecklistDone e:
                Require(_done.Add(e.Item), $"item {e.Item} done twice");
                break;
            case ChecklistLapsed e:
                Require(_lapsed.Add(e.Item) && !_done.Contains(e.Item) && e.At >= e.Due, $"item {e.Item} lapsed twice, before it was due, or after it was done");
                break;
            case PostStoodDown:
                Stands = false;
                break;
        }
    }
}
