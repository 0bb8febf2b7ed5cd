using CityGuard.Domain.Geography;

namespace CityGuard.Simulation.Engine;

// Where the free are sent, so that the city stays covered.
internal sealed partial class Replication
{
    private const int MostPlacesWeighed = 24;
    private const ushort FarthestPatrol = 6000; // deciseconds: a patrol is led on within ten minutes' drive

    private readonly HashSet<int> _weighed = [];
    private readonly Queue<WaitingRole> _forsaken = new();
    private readonly long[] _lastThere;

    private int Destination(int unit) => _policy.Relocation switch
    {
        RelocationRule.Dmexclp => MostGain(unit),
        RelocationRule.Table => Unheld(unit),
        _ => _facts[unit].Cell,
    };

    /// <summary>Of its own post and those of its kind around, the one where one more adds most; its own on a tie.</summary>
    private int MostGain(int unit)
    {
        ref readonly var member = ref _facts[unit];
        var (best, most) = (member.Cell, _coverage!.Gain(member.Cell, member.Turnout));
        _weighed.Clear();
        _weighed.Add(member.Cell);
        foreach (var entry in _near[^1].Of(_units[unit].Cell))
        {
            var post = _world.Posts[NearPosts.Post(entry)];
            if (post.Kind != member.Kind || !_weighed.Add(post.Cell) || _travel.Between(_units[unit].Cell, post.Cell) == Travel.Beyond)
                continue;
            if (_coverage.Gain(post.Cell, member.Turnout) is var gain && gain > most + 1e-15)
                (best, most) = (post.Cell, gain);
            if (_weighed.Count > MostPlacesWeighed)
                break;
        }

        return best;
    }

    /// <summary>The nearest cell that the table asks to be held with so many free and that nobody holds; else its own post.</summary>
    private int Unheld(int unit)
    {
        var held = new Dictionary<int, int>();
        var free = 1;
        for (var other = 0; other < _units.Length; other++)
        {
            if (other == unit || _world.Units[other].Target != World.Nowhere || _units[other].Doing is not (Doing.AtPost or Doing.Moving))
                continue;
            free++;
            held[_units[other].Cell] = held.GetValueOrDefault(_units[other].Cell) + 1;
        }

        var row = _policy.ComplianceTable[Math.Min(free, _policy.ComplianceTable.Count) - 1];
        var (best, least) = (-1, Travel.Beyond);
        foreach (var cell in row)
        {
            if (held.TryGetValue(cell, out var there) && there > 0)
                held[cell] = there - 1;
            else if (TimeFrom(_units[unit].Cell, _facts[unit].Cell, cell) is var time && time < least)
                (best, least) = (cell, time);
        }

        return best < 0 ? _facts[unit].Cell : best;
    }

    /// <summary>Leads every free patrol to where most calls are to be expected since one was last there, within its own sector.</summary>
    private void LeadPatrols()
    {
        for (var unit = 0; unit < _units.Length; unit++)
        {
            ref readonly var member = ref _facts[unit];
            var doing = _units[unit].Doing;
            if (!_world.Units[unit].Patrols || member.Target != World.Nowhere || !(doing == Doing.AtPost || (doing == Doing.Moving && _units[unit].Due == 0)))
                continue;
            var here = _units[unit].Cell;
            var (best, most) = (here, 0.0);
            foreach (var cell in _world.CellsOfSector[_world.SectorOfCell[member.Cell]])
                if (_travel.Between(here, cell) <= FarthestPatrol && _world.Weight[cell] * (_now - _lastThere[cell]) is var due && due > most)
                    (best, most) = (cell, due);
            _lastThere[best] = _now;
            if (best == here)
                continue;
            var from = Take(unit);
            Drive(unit, from, best);
        }
    }
}
