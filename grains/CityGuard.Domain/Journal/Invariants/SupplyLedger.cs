using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>What an incident drew from stocks: wanted first, answered once, settled once, and all of that before it is closed.</summary>
internal sealed class SupplyLedger(IncidentId id, List<string> violations) : Ledger(id.Value, violations)
{
    private readonly Dictionary<string, SuppliesWanted> _wanted = [];

    /// <summary>What was drawn, by want.</summary>
    public Dictionary<string, IReadOnlyList<DrawnSupply>> Drawn { get; } = [];

    /// <summary>Wants that are settled.</summary>
    public HashSet<string> Settled { get; } = [];

    /// <summary>True while a want is not settled.</summary>
    public bool Owes => _wanted.Count > Settled.Count;

    public void Enter(IncidentEvent happened, IncidentPhase phase, long version)
    {
        Version = version;
        switch (happened)
        {
            case SuppliesWanted e:
                Require(phase == IncidentPhase.Open && _wanted.TryAdd(e.Op, e), $"{e.Op} wanted twice, or while closing");
                break;
            case SuppliesDrawn e:
                Require(_wanted.TryGetValue(e.Op, out var wanted) && Drawn.TryAdd(e.Op, e.Drawn), $"{e.Op} drawn twice, or never wanted");
                foreach (var item in e.Drawn.GroupBy(drawn => drawn.Item))
                    Require(item.All(drawn => drawn.Count > 0) && item.Sum(drawn => drawn.Count) <= wanted?.Items.Where(w => w.Item == item.Key).Sum(w => w.Count), $"{e.Op} drew more {item.Key} than it wanted");
                break;
            case SupplyShort e:
                Require(e.Missing > 0 && Drawn.ContainsKey(e.Op), $"{e.Op} short of {e.Item} before it was drawn");
                break;
            case SuppliesReturned e:
                Require(Drawn.ContainsKey(e.Op) && Settled.Add(e.Op), $"{e.Op} given back twice, or never drawn");
                break;
            case Closed:
                Require(!Owes, "closed while supplies were out");
                break;
        }
    }
}
