using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Simulation.Chance;
using CityGuard.Simulation.Demand;

namespace CityGuard.Simulation.Engine;

/// <summary>
/// Plays one night of a deployment, event by event, in whole milliseconds. One instance serves one thread and any number of nights, one
/// after the other; it keeps its memory.
/// </summary>
internal sealed partial class Replication
{
    private const int Ahead = 3; // incidents

    private readonly World _world;
    private readonly WorldPolicy _policy;
    private readonly MovingUnits _moving;
    private readonly WaitingLine _waiting = new();
    private readonly OpenIncidents _open = new();
    private readonly Unit[] _units;
    private readonly ulong[] _idle, _away; // by post: who is free there, and who is free elsewhere
    private readonly long _warm, _horizon;
    private EventHeap _due;
    private IncidentTape _tape = null!;
    private Tally _tally = null!;
    private TravelLookup _travel;
    private NearPosts[] _near;
    private float[] _fastest;
    private readonly Facts[] _facts;
    private long _now;
    private int _turn;
    private bool _vacant;

    /// <param name="warm">Incidents received before this are played but not counted, milliseconds.</param>
    /// <param name="horizon">No incident is received after this; those that are open are played to their end.</param>
    public Replication(World world, long warm, long horizon)
    {
        (_world, _policy, _warm, _horizon) = (world, world.Policy, warm, horizon);
        _moving = new MovingUnits(world);
        _units = new Unit[world.Units.Length];
        (_idle, _away) = (new ulong[world.Posts.Length], new ulong[world.Posts.Length]);
        _due = new EventHeap(world.Units.Length);
        (_travel, _near, _fastest, _facts) = (world.Travels[0], world.Near[0], world.Fastest[0], world.Facts);
        _coverage = world.Policy.NeedsCoverage ? new Coverage(world) : null;
        _lastThere = new long[world.Policy.Relocation == RelocationRule.Patrol ? world.X.Length : 0];
    }

    /// <summary>What a unit is doing.</summary>
    private enum Doing : byte
    {
        /// <summary>Free at its post, or at its premises.</summary>
        AtPost,

        /// <summary>Free, on the way or waiting elsewhere.</summary>
        Moving,

        /// <summary>Drives to an incident from which it may be taken away.</summary>
        Bound,

        /// <summary>Held by an incident until it has cleared.</summary>
        Working,

        /// <summary>Off duty, or a neighbour city's and at home.</summary>
        Off,
    }

    private struct Unit
    {
        public Doing Doing;
        public bool GoesOff;
        public byte Slot;
        public ushort Back; // deciseconds from where it works to its post; beyond: to be looked up
        public int Cell, Open;
        public long Assigned, MovesAt;
        public ulong Due;
    }

    /// <summary>Plays the night on the tape and counts it.</summary>
    /// <param name="looks">Chance of where coverage is looked at.</param>
    public void Run(IncidentTape tape, Tally tally, StreamKey looks)
    {
        (_tape, _tally, _turn, _looks) = (tape, tally, 0, looks);
        tally.Clear();
        Begin();
        var next = 0;
        var turns = _world.Turns;
        while (true)
        {
            var due = _due.Least;
            var dueAt = due == ulong.MaxValue ? long.MaxValue : EventHeap.Time(due);
            var readyAt = next < tape.Count ? tape[next].Ready : long.MaxValue;
            var turnAt = _turn < turns.Length ? turns[_turn].At : long.MaxValue;
            // Of one millisecond: turns first, then what is due, then what comes in.
            if (turnAt <= dueAt && turnAt <= readyAt)
            {
                if (turnAt == long.MaxValue)
                    break;
                _now = turnAt;
                Take(turns[_turn++]);
            }
            else if (dueAt <= readyAt)
            {
                _now = dueAt;
                tally.Events++;
                Due(due);
            }
            else
            {
                _now = readyAt;
                tally.Events++;
                Receive(next++);
            }
        }

        End();
    }

    private int Decisecond => (int)(_now / 100);

    private void Begin()
    {
        _due.Clear();
        _moving.Clear();
        _waiting.Clear();
        _open.Clear();
        _coverage?.Clear();
        Array.Clear(_idle);
        Array.Clear(_away);
        Array.Clear(_askAt);
        Array.Clear(_lastThere);
        _forsaken.Clear();
        _now = 0;
        (_travel, _near, _fastest) = (_world.Travels[0], _world.Near[0], _world.Fastest[0]);
        for (var unit = 0; unit < _units.Length; unit++)
        {
            var member = _world.Units[unit];
            _units[unit] = new Unit { Cell = member.Cell, Open = -1, Doing = Doing.Off, Back = Travel.Beyond };
            if (_world.StartsOff[unit])
                continue;
            if (member.Opening is { FreeAfterMilliseconds: > 0 } held)
                Work(unit, held);
            else if (member.Opening is { } elsewhere && member.Target < 0 && elsewhere.Cell != member.Cell)
                Drive(unit, elsewhere.Cell, member.Cell);
            else
                Post(unit);
        }
    }

    private void Work(int unit, Opening held)
    {
        ref var state = ref _units[unit];
        (state.Doing, state.Cell, state.Assigned) = (Doing.Working, held.Cell, 0);
        Schedule(unit, held.FreeAfterMilliseconds);
    }

    /// <summary>Roles that still wait are never filled; nothing else may be left.</summary>
    private void End()
    {
        var anyone = default(Anyone);
        while (_waiting.TryTake(ref anyone, out var role))
            Lose(role.Open);
        if (_open.Count != 0)
            throw new InvalidOperationException($"{_open.Count} incidents have no end.");
    }

    private void Due(ulong key)
    {
        var member = EventHeap.Member(key);
        _vacant = true; // mostly the same unit is due again: its new key takes the place of the old
        if (member >= _units.Length)
        {
            AskNeighbours(member - _units.Length, key);
        }
        else if (_units[member].Due != key)
        {
            _tally.Events--; // it was called away before
        }
        else
        {
            _units[member].Due = 0;
            switch (_units[member].Doing)
            {
                case Doing.Working:
                    Clear(member);
                    break;
                case Doing.Bound:
                    Reach(member);
                    break;
                default:
                    Settle(member);
                    break;
            }
        }

        if (_vacant)
            _due.Pop();
        _vacant = false;
    }

    private void Schedule(int unit, long at)
    {
        var key = EventHeap.Key(at, unit);
        _units[unit].Due = key;
        Push(key);
    }

    private void Push(ulong key)
    {
        if (_vacant)
            _due.Replace(key);
        else
            _due.Push(key);
        _vacant = false;
    }

    private void Receive(int number)
    {
        ref readonly var incident = ref _tape[number];
        if (number + Ahead < _tape.Count)
            _near[0].Fetch(_tape[number + Ahead].Cell);
        var slots = _world.SlotsOf(incident.Call, incident.Target, incident.Cell);
        if (slots.Length == 0)
        {
            if (incident.Received >= _warm)
                _tally.Desk++;
            return;
        }

        var open = _open.Enter(number, slots.Length);
        var severity = (int)_world.Calls[incident.Call].Severity;
        for (var slot = 0; slot < slots.Length; slot++)
        {
            if (slots[slot].WithinMilliseconds > 0)
                _open[open].Clocks++;
            Fill(incident, open, slot, slots[slot], severity);
        }
    }

    /// <summary>Sends somebody to a role, or lets it wait.</summary>
    private void Fill(in Incident incident, int open, int slot, in Slot wanted, int severity)
    {
        var unit = Choose(incident, wanted.Requirement, severity);
        if (unit >= 0)
        {
            Assign(unit, incident, open, slot, severity, _chosenTravel, _chosenBack);
            while (_forsaken.TryDequeue(out var left))
            {
                ref readonly var lesser = ref _tape[_open[left.Open].Number];
                Fill(lesser, left.Open, left.Slot, _world.SlotsOf(lesser.Call, lesser.Target, lesser.Cell)[left.Slot], (int)_world.Calls[lesser.Call].Severity);
            }

            return;
        }

        if (!_policy.Queues)
        {
            Lose(open);
            return;
        }

        if (incident.Received >= _warm)
            _tally.Queued++;
        _waiting.Enter(severity, new WaitingRole(open, slot));
        CallNeighboursLater(open);
    }

    /// <param name="deciseconds">Travel from where it is.</param>
    /// <param name="back">Travel back to its post, when it is at hand.</param>
    private void Assign(int unit, in Incident incident, int open, int slot, int severity, int deciseconds, ushort back = Travel.Beyond)
    {
        var from = Take(unit);
        ref var state = ref _units[unit];
        ref readonly var member = ref _facts[unit];
        var factor = _world.TurnoutFactor;
        var turnout = (long)(member.Turnout * 100L * (factor.Shape == DistributionShape.Constant ? factor.MeanSeconds : factor.Quantile(incident.Key.Uniform(Draw.Turnout + slot))));
        var travel = Haste(deciseconds, (int)(_policy.CalmBelow ?? 0) > severity);
        (state.Open, state.Slot, state.Assigned, state.MovesAt, state.Back) = (open, (byte)slot, _now, _now + turnout, back);
        Count(unit, from, incident.Cell);
        if (_policy.Redispatch && severity < (int)IncidentSeverity.High && member.Target < 0)
        {
            (state.Doing, state.Cell) = (Doing.Bound, from);
            _moving.Add(unit, from, incident.Cell, (int)((_now + turnout) / 100), (int)(travel / 100));
            Schedule(unit, _now + turnout + travel);
            return;
        }

        Handle(unit, incident, _now + turnout + travel);
    }

    /// <summary>A unit that might have been taken away is there.</summary>
    private void Reach(int unit)
    {
        _moving.Remove(unit);
        Handle(unit, _tape[_open[_units[unit].Open].Number], _now);
    }

    /// <summary>On scene at a moment that cannot change any more: what follows is known.</summary>
    private void Handle(int unit, in Incident incident, long onScene)
    {
        ref var state = ref _units[unit];
        var call = _world.Calls[incident.Call];
        var work = incident.OnScene >= 0 ? incident.OnScene : (long)(call.OnScene.Quantile(incident.Key.Uniform(Draw.OnScene + state.Slot)) * 1000);
        var (until, cell) = (onScene + work, incident.Cell);
        if (_world.Transport is { } transport && incident.Key.Uniform(Draw.Transport) < transport.Share)
        {
            cell = Nearest(incident.Cell, transport.Cells);
            state.Back = Travel.Beyond;
            until += Haste(TimeBack(incident.Cell, cell), calm: true) + (long)(transport.Handover.Quantile(incident.Key.Uniform(Draw.Handover)) * 1000);
            _tally.Metres[unit] += Metres(incident.Cell, cell);
        }

        (state.Doing, state.Cell) = (Doing.Working, _facts[unit].Target >= 0 ? _facts[unit].Cell : cell);
        Schedule(unit, until);
        Reached(unit, incident, onScene);
    }

    /// <summary>A unit has cleared: the first role of the line that it fits has it, else it is free.</summary>
    private void Clear(int unit)
    {
        Busy(unit);
        ref var state = ref _units[unit];
        state.Open = -1;
        ref readonly var member = ref _facts[unit];
        if (state.GoesOff || member.Target == World.Abroad)
        {
            (state.Doing, state.GoesOff, state.Cell) = (Doing.Off, false, member.Cell);
            return;
        }

        if (_waiting.Count > 0)
        {
            var test = new Fitting(this, unit);
            if (_waiting.TryTake(ref test, out var role))
            {
                // For a moment it is free where it stands, so that being sent from there is like any other.
                state.Doing = Doing.Moving;
                if (member.Target < 0)
                {
                    Go(unit, state.Cell, state.Cell, 0);
                    _coverage?.Enter(state.Cell, member.Turnout);
                }

                Serve(role, unit);
                return;
            }
        }

        Free(unit);
    }

    private void Serve(WaitingRole role, int unit)
    {
        var number = _open[role.Open].Number;
        ref readonly var incident = ref _tape[number];
        if (incident.Received >= _warm)
            _tally.QueueMilliseconds += _now - incident.Ready;
        Assign(unit, incident, role.Open, role.Slot, (int)_world.Calls[incident.Call].Severity, _facts[unit].Target >= 0 ? 0 : TimeFrom(_units[unit].Cell, _facts[unit].Cell, incident.Cell));
    }

    private void Lose(int open)
    {
        ref var incident = ref _open[open];
        incident.Unserved++;
        if (--incident.Left == 0)
            Close(open);
    }

    private struct Anyone : IRoleTest
    {
        public readonly bool Passes(WaitingRole role) => true;
    }

    private readonly struct Fitting(Replication night, int unit) : IRoleTest
    {
        public bool Passes(WaitingRole role)
        {
            ref readonly var incident = ref night._tape[night._open[role.Open].Number];
            var slot = night._world.SlotsOf(incident.Call, incident.Target, incident.Cell)[role.Slot];
            var target = night._facts[unit].Target;
            return ((night._facts[unit].Fits >> slot.Requirement) & 1) != 0
                && (target < 0 ? night.TimeFrom(night._units[unit].Cell, night._facts[unit].Cell, incident.Cell) != Travel.Beyond : target == incident.Target);
        }
    }
}
