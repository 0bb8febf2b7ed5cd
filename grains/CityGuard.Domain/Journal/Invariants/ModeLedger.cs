using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Events;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>The modes of an area: each is said by somebody for a reason, later than the one before, and by one command only once.</summary>
internal sealed class ModeLedger(AreaId id, List<string> violations) : Ledger(id.Value, violations)
{
    private AreaState _area = AreaState.Initial;

    public void Enter(AreaEvent happened)
    {
        Version++;
        if ((happened is AutomaticSet old ? old.AsMode() : happened) is ModeSet set)
        {
            Require(Enum.IsDefined(set.Mode), $"a mode {set.Mode}");
            Require(set is { By.Length: > 0, Why.Length: > 0 }, "a mode that nobody set, or for no reason");
            Require(_area.Mode is not { } last || last.At < set.At, "a mode that is not later than the one before it");
            Require(set.Command is null || !_area.Commands.ContainsKey(set.Command), $"command {set.Command} carried out twice");
        }

        _area = _area.Evolve(happened);
    }
}
