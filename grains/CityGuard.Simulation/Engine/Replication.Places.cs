using CityGuard.Domain.Geography;

namespace CityGuard.Simulation.Engine;

// Where units are while they are free, and how they get there.
internal sealed partial class Replication
{
    private readonly Coverage? _coverage;

    /// <summary>From where a unit is; where that is farther than the table knows, by way of its post, from where all times are at hand.</summary>
    private ushort TimeFrom(int from, int post, int to)
    {
        var time = _travel.Between(from, to);
        if (time != Travel.Beyond)
            return time;
        var back = TimeBack(from, post);
        return back == Travel.Beyond ? back : Arrivals.Add(_travel.WholeFrom(post)[to], back);
    }

    /// <summary>A way back that is longer than the table knows is taken to be as long as the way out.</summary>
    private ushort TimeBack(int from, int post)
        => from == post ? (ushort)0 : _travel.Between(from, post) is var time && time != Travel.Beyond ? time : _travel.WholeFrom(post)[from];

    private long Haste(int deciseconds, bool calm) => calm ? (long)(deciseconds * 100 * _policy.CalmFactor) : deciseconds * 100L;

    /// <summary>The nearest of some cells, by the way back from them; the same cell when there is no way to any.</summary>
    private int Nearest(int from, int[] cells)
    {
        var (best, least) = (from, Travel.Beyond);
        foreach (var cell in cells)
            if (_travel.WholeFrom(cell)[from] is var time && time < least)
                (best, least) = (cell, time);
        return best;
    }

    /// <summary>Takes a unit from wherever it is free; from an incident it is taken away, and its role there is filled anew.</summary>
    /// <returns>The cell it starts from.</returns>
    private int Take(int unit)
    {
        ref var state = ref _units[unit];
        ref readonly var member = ref _facts[unit];
        state.Due = 0; // whatever it was to do next is off
        switch (state.Doing)
        {
            case Doing.AtPost:
                if (member.Target < 0)
                {
                    _idle[member.Post] &= ~(1UL << member.Bit);
                    _coverage?.Leave(member.Cell, member.Turnout);
                }

                return member.Cell;
            case Doing.Moving:
                if (member.Target >= 0)
                    return state.Cell;
                var seen = _moving.CellOf(unit, Decisecond);
                Stop(unit);
                _coverage?.Leave(state.Cell, member.Turnout);
                return seen;
            case Doing.Bound:
                return Divert(unit);
            case Doing.Off when member.Target == World.Abroad:
                return member.Cell; // its turnout is the time until it is at the gate
            default:
                throw new InvalidOperationException($"Unit {_world.Units[unit].Id} is not free.");
        }
    }

    private int Divert(int unit)
    {
        var state = _units[unit];
        var seen = _moving.CellOf(unit, Decisecond);
        _moving.Remove(unit);
        Busy(unit);
        ref readonly var left = ref _tape[_open[state.Open].Number];
        if (left.Received >= _warm)
        {
            _tally.Diverted++;
            _tally.Metres[unit] -= Math.Max(0, Metres(state.Cell, left.Cell) - Metres(state.Cell, seen));
        }

        _units[unit].Doing = Doing.Working; // held already: it must not be found for the role that it leaves
        _forsaken.Enqueue(new WaitingRole(state.Open, state.Slot));
        return seen;
    }

    /// <summary>A free unit goes where the policy wants it.</summary>
    private void Free(int unit)
    {
        ref readonly var member = ref _facts[unit];
        if (member.Target >= 0)
        {
            Post(unit);
            return;
        }

        var to = Destination(unit);
        if (_units[unit].Cell == to && to == member.Cell)
            Post(unit);
        else
            Drive(unit, _units[unit].Cell, to);
    }

    private void Drive(int unit, int from, int to)
    {
        ref var state = ref _units[unit];
        ref readonly var member = ref _facts[unit];
        var time = from == to ? (ushort)0 : to == _facts[unit].Cell && state.Back != Travel.Beyond ? state.Back : TimeFrom(from, _facts[unit].Cell, to);
        state.Back = Travel.Beyond;
        if (time == Travel.Beyond)
            (to, time) = (from, 0); // cut off, or farther than times are told: it waits where it is
        var trip = Haste(time, calm: true);
        (state.Doing, state.Cell) = (Doing.Moving, to);
        Count(unit, from, to);
        _coverage?.Enter(to, member.Turnout);
        Go(unit, from, to, (int)(trip / 100));
        if (trip > 0 || to == member.Cell)
            Schedule(unit, _now + trip);
    }

    /// <summary>A unit that was free on the way has arrived: at its post, or to wait where it was sent.</summary>
    private void Settle(int unit)
    {
        ref var state = ref _units[unit];
        Stop(unit);
        if (state.Cell == _facts[unit].Cell)
        {
            _coverage?.Leave(state.Cell, _facts[unit].Turnout);
            Post(unit);
        }
        else
        {
            Go(unit, state.Cell, state.Cell, 0);
        }
    }

    /// <summary>Free on the way, or free and waiting elsewhere.</summary>
    private void Go(int unit, int from, int to, int deciseconds)
    {
        _moving.Add(unit, from, to, Decisecond, deciseconds);
        if (_facts[unit].Post >= 0)
            _away[_facts[unit].Post] |= 1UL << _facts[unit].Bit;
    }

    private void Stop(int unit)
    {
        _moving.Remove(unit);
        if (_facts[unit].Post >= 0)
            _away[_facts[unit].Post] &= ~(1UL << _facts[unit].Bit);
    }

    private void Post(int unit)
    {
        ref var state = ref _units[unit];
        ref readonly var member = ref _facts[unit];
        (state.Doing, state.Cell) = (Doing.AtPost, member.Cell);
        if (member.Target >= 0)
            return;
        _idle[member.Post] |= 1UL << member.Bit;
        _coverage?.Enter(member.Cell, member.Turnout);
    }
}
