using CityGuard.Simulation.Chance;

namespace CityGuard.Simulation.Engine;

// What happens at set times, and forces of neighbour cities.
internal sealed partial class Replication
{
    private const int CellsLookedAt = 4, MinutesOfDay = 1440;

    private ulong[] _askAt = [];
    private StreamKey _looks;

    private void Take(Turn turn)
    {
        switch (turn.Kind)
        {
            case TurnKind.Travel:
                (_travel, _near, _fastest) = (_world.Travels[turn.Value], _world.Near[turn.Value], _world.Fastest[turn.Value]);
                foreach (ref var unit in _units.AsSpan())
                    unit.Back = Domain.Geography.Travel.Beyond; // ways back take another time now
                break;
            case TurnKind.On:
                ComeOn(turn.Value);
                break;
            case TurnKind.Off:
                GoOff(turn.Value);
                break;
            case TurnKind.Patrol:
                LeadPatrols();
                break;
            case TurnKind.Look:
                Look();
                break;
        }
    }

    /// <summary>Looks whether somebody who counts could be within the ring now, at a few cells drawn by their calls.</summary>
    private void Look()
    {
        var minute = (int)(((_now / 60_000) + _world.StartMinute) % MinutesOfDay);
        var key = _looks.With((int)(_now / 60_000));
        for (var i = 0; i < CellsLookedAt; i++)
        {
            _tally.CoverageLooks[minute]++;
            if (!IsCovered(_world.Cells.Pick(key.Bits(i))))
                _tally.CoverageLost[minute]++;
        }
    }

    private bool IsCovered(int cell)
    {
        var ring = _world.Standards[_world.StandardOfCell[cell]].Rings.Span[0];
        foreach (var entry in _near[^1].Of(cell))
        {
            if (NearPosts.Arrival(entry) > ring.Deciseconds)
                break;
            if (_idle[NearPosts.Post(entry)] != 0 && ((ring.Kinds >> _world.Posts[NearPosts.Post(entry)].Kind) & 1) != 0)
                return true;
        }

        if (_places.Length < _moving.Count + 16)
            _places = new int[(_moving.Count * 2) + 64];
        var near = _moving.Within(cell, ring.Deciseconds, _fastest[cell], Decisecond, _places);
        for (var i = 0; i < near; i++)
        {
            var unit = _moving.Unit(_places[i]);
            if (_units[unit].Doing == Doing.Moving && ((ring.Kinds >> _facts[unit].Kind) & 1) != 0
                && Arrivals.Add(_travel.Between(_moving.CellOf(unit, Decisecond), cell), _facts[unit].Turnout) <= ring.Deciseconds)
                return true;
        }

        return false;
    }

    private void ComeOn(int unit)
    {
        ref var state = ref _units[unit];
        state.GoesOff = false;
        if (state.Doing != Doing.Off)
            return;
        state.Cell = _facts[unit].Cell;
        var test = new Fitting(this, unit);
        Post(unit);
        if (_waiting.Count > 0 && _waiting.TryTake(ref test, out var role))
            Serve(role, unit);
    }

    private void GoOff(int unit)
    {
        ref var state = ref _units[unit];
        switch (state.Doing)
        {
            case Doing.Working or Doing.Bound:
                state.GoesOff = true; // nobody leaves an incident because his shift is over
                break;
            case Doing.AtPost or Doing.Moving:
                Take(unit);
                (state.Doing, state.Cell) = (Doing.Off, _facts[unit].Cell);
                break;
        }
    }

    private void CallNeighboursLater(int open)
    {
        if (_world.Neighbours.Length == 0 || _policy.AidAfter is not { } after)
            return;
        if (_askAt.Length <= open)
            Array.Resize(ref _askAt, Math.Max(64, open * 2));
        if (_askAt[open] != 0)
            return;
        if (_units.Length + open >= EventHeap.MostMembers)
            throw new InvalidOperationException($"More than {EventHeap.MostMembers - _units.Length} incidents are open at once: there are far too few responders to play this.");
        _askAt[open] = EventHeap.Key(_now + after, _units.Length + open);
        Push(_askAt[open]);
    }

    /// <summary>Roles of an incident that still wait are filled by a neighbour city, as far as it has forces that fit.</summary>
    private void AskNeighbours(int open, ulong key)
    {
        if (open >= _askAt.Length || _askAt[open] != key)
            return;
        _askAt[open] = 0;
        foreach (var unit in _world.Neighbours)
        {
            if (_units[unit].Doing != Doing.Off)
                continue;
            var test = new OfIncident(new Fitting(this, unit), open);
            if (!_waiting.TryTake(ref test, out var role))
                continue;
            if (_tape[_open[open].Number].Received >= _warm)
                _tally.Aided++;
            var last = _open[open].Left == 1;
            Serve(role, unit);
            if (last)
                return;
        }
    }

    private struct OfIncident(Fitting fitting, int open) : IRoleTest
    {
        private Fitting _fitting = fitting;

        public bool Passes(WaitingRole role) => role.Open == open && _fitting.Passes(role);
    }
}
