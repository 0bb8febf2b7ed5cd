using CityGuard.Domain.Geography;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Readiness;
using CityGuard.Simulation.Demand;

namespace CityGuard.Simulation.Engine;

// What is counted, and when: an arrival as soon as it is certain, an incident when its last role has an outcome.
internal sealed partial class Replication
{
    /// <summary>When set, receives every arrival.</summary>
    internal List<Came>? Course { get; set; }

    private void Reached(int unit, in Incident incident, long onScene)
    {
        var (place, slotNumber) = (_units[unit].Open, _units[unit].Slot);
        ref var open = ref _open[place];
        var slot = _world.SlotsOf(incident.Call, incident.Target, incident.Cell)[slotNumber];
        if (slot.WithinMilliseconds > 0 && onScene - (slot.Since == ClockStart.Receipt ? incident.Received : incident.Ready) <= slot.WithinMilliseconds)
            open.ClocksKept++;
        var deciseconds = (onScene - incident.Ready + 99) / 100;
        _open.Add(place, new Arrival(_facts[unit].Number, _facts[unit].Kind, (ushort)Math.Min(deciseconds, Travel.Beyond - 1)));
        if (onScene < open.FirstOnScene)
            (open.FirstUnit, open.FirstAssigned, open.FirstMoving, open.FirstOnScene) = (unit, _units[unit].Assigned, _units[unit].MovesAt, onScene);
        _tally.Assignments[unit]++;
        Course?.Add(new Came(open.Number, unit, _units[unit].Assigned, onScene));
        if (--open.Left == 0)
            Close(place);
    }

    private void Close(int place)
    {
        ref var open = ref _open[place];
        ref readonly var incident = ref _tape[open.Number];
        if (incident.Received >= _warm)
            Record(open, incident, _open.Arrivals(place));
        if (place < _askAt.Length)
            _askAt[place] = 0;
        _open.Leave(place);
    }

    private void Record(in OpenIncident open, in Incident incident, ReadOnlySpan<Arrival> arrivals)
    {
        var (tally, world) = (_tally, _world);
        var standard = incident.Target >= 0 ? world.StandardOfTarget[incident.Target] : world.StandardOfCell[incident.Cell];
        var (within, first) = Judge(world.Standards[standard], arrivals);
        var reached = open.FirstUnit >= 0;
        var response = reached ? open.FirstOnScene - incident.Received : 0;
        var record = new Counted(
            within, first, open.Clocks > 0, open.Clocks > 0 && open.ClocksKept == open.Clocks, reached, response, open.Unserved > 0);
        var severity = (int)world.Calls[incident.Call].Severity;
        Add(Dimension.All, 0, record);
        Add(Dimension.Severity, severity, record);
        Add(Dimension.Ring, standard, record);
        Add(Dimension.Grade, incident.Target >= 0 ? world.GradeOfTarget[incident.Target] : 0, record);
        if (reached)
            Add(Dimension.Class, world.Units[open.FirstUnit].Class, record);
        Add(Dimension.Sector, world.SectorOfCell[incident.Cell], record);
        Add(Dimension.Call, incident.Call, record);
        Add(Dimension.Hour, (int)(((incident.Received / 60_000) + world.StartMinute) / 60 % 168), record);

        tally.CellIncidents[incident.Cell]++;
        if (!within)
            tally.CellLate[incident.Cell]++;
        if (incident.Target >= 0)
        {
            tally.TargetIncidents[incident.Target]++;
            if (!within)
                tally.TargetLate[incident.Target]++;
        }

        if (!reached)
            return;
        tally.SeveritySeconds[(severity * Tally.MostSeconds) + Second(response)]++;
        Add(Part.Response, response);
        Add(Part.Processing, incident.Ready - incident.Received);
        Add(Part.Queue, open.FirstAssigned - incident.Ready);
        Add(Part.Turnout, open.FirstMoving - open.FirstAssigned);
        Add(Part.Travel, open.FirstOnScene - open.FirstMoving);
    }

    /// <summary>Whether the circle of the place was met by those who came, by the one rule of readiness; and whether the first who counts came in time.</summary>
    private static (bool Within, bool First) Judge(in StandardRule standard, ReadOnlySpan<Arrival> arrivals)
    {
        var ring = standard.Rings.Span[0];
        var first = false;
        foreach (ref readonly var arrival in arrivals)
            first |= arrival.Deciseconds <= ring.Deciseconds && ((ring.Kinds >> arrival.Kind) & 1) != 0;
        // With one ring that asks for one party the two are the same, and most places have such.
        return standard.Rings.Length == 1 && ring.Count == 1 && ring.DistinctKinds <= 1
            ? (first, first)
            : (ReadinessRule.Evaluate(standard, arrivals).Level is ReadinessLevel.Met or ReadinessLevel.Thin, first);
    }

    private void Add(Dimension dimension, int key, in Counted record)
    {
        var counts = _tally.Counts.AsSpan(_tally.Place(dimension, key), Tally.Metrics);
        counts[(int)Metric.Unserved] += record.Unserved ? 1 : 0;
        counts[(int)Metric.Incidents]++;
        counts[(int)Metric.Within] += record.Within ? 1 : 0;
        counts[(int)Metric.First] += record.First ? 1 : 0;
        counts[(int)Metric.Clocked] += record.Clocked ? 1 : 0;
        counts[(int)Metric.ClocksKept] += record.ClocksKept ? 1 : 0;
        counts[(int)Metric.Reached] += record.Reached ? 1 : 0;
        counts[(int)Metric.ResponseSum] += record.Response;
    }

    private void Add(Part part, long milliseconds) => _tally.Seconds[((int)part * Tally.MostSeconds) + Second(milliseconds)]++;

    /// <summary>0 for nothing at all, else the whole second that it ends in.</summary>
    private static int Second(long milliseconds) => milliseconds <= 0 ? 0 : (int)Math.Min(((milliseconds - 1) / 1000) + 1, Tally.MostSeconds - 1);

    private void Busy(int unit)
    {
        var (from, until) = (Math.Max(_units[unit].Assigned, _warm), Math.Min(_now, _horizon));
        if (until > from)
            _tally.Busy[unit] += until - from;
    }

    private void Count(int unit, int from, int to)
    {
        if (_now >= _warm && _facts[unit].Target < 0)
            _tally.Metres[unit] += Metres(from, to);
    }

    private int Metres(int from, int to)
    {
        float right = _world.X[to] - _world.X[from], up = _world.Y[to] - _world.Y[from];
        return (int)(MathF.Sqrt((right * right) + (up * up)) * World.DetourFactor);
    }

    private readonly record struct Counted(bool Within, bool First, bool Clocked, bool ClocksKept, bool Reached, long Response, bool Unserved);
}

/// <summary>An arrival: incident (number on the tape), unit, and milliseconds of assignment and arrival.</summary>
internal readonly record struct Came(int Incident, int Unit, long Assigned, long OnScene);
