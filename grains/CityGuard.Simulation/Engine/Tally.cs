using System.Numerics;

namespace CityGuard.Simulation.Engine;

/// <summary>By what incidents are counted.</summary>
public enum Dimension
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Severity.</summary>
    Severity,

    /// <summary>Standard of the place: its ring.</summary>
    Ring,

    /// <summary>Grade of the key target; 0: in none.</summary>
    Grade,

    /// <summary>Kind and class of who was on scene first.</summary>
    Class,

    /// <summary>Sector.</summary>
    Sector,

    /// <summary>Type and severity.</summary>
    Call,

    /// <summary>Hour of the week.</summary>
    Hour,
}

/// <summary>What is counted of each group of incidents.</summary>
public enum Metric
{
    /// <summary>Incidents that somebody is sent to.</summary>
    Incidents,

    /// <summary>Those whose circle was met: the ring's parties, its number and kinds, on scene within the ring from the alert.</summary>
    Within,

    /// <summary>Those where the first who counts for the ring was on scene within it.</summary>
    First,

    /// <summary>Those whose plan has clocks.</summary>
    Clocked,

    /// <summary>Those all of whose clocks were kept.</summary>
    ClocksKept,

    /// <summary>Those somebody reached.</summary>
    Reached,

    /// <summary>Their response times added up, milliseconds.</summary>
    ResponseSum,

    /// <summary>Those where a role was never filled.</summary>
    Unserved,
}

/// <summary>The parts of a response.</summary>
public enum Part
{
    /// <summary>Received to on scene.</summary>
    Response,

    /// <summary>Received to alert.</summary>
    Processing,

    /// <summary>Alert to assignment: waiting for somebody free.</summary>
    Queue,

    /// <summary>Assignment to moving.</summary>
    Turnout,

    /// <summary>Moving to on scene.</summary>
    Travel,
}

/// <summary>
/// What one replication, or several added up, counted. All whole numbers: adding is exact and does not depend on the order, so blocks may
/// be run by whoever is free.
/// </summary>
public sealed class Tally
{
    /// <summary>Longest response told apart, seconds.</summary>
    public const int MostSeconds = 7200;

    internal static readonly int Metrics = Enum.GetValues<Metric>().Length;
    private static readonly int Parts = Enum.GetValues<Part>().Length;
    private readonly int[] _offsets;

    internal Tally(TallyShape shape)
    {
        Shape = shape;
        _offsets = new int[shape.Sizes.Length + 1];
        for (var dimension = 0; dimension < shape.Sizes.Length; dimension++)
            _offsets[dimension + 1] = _offsets[dimension] + (shape.Sizes[dimension] * Metrics);
        Counts = new long[_offsets[^1]];
        Seconds = new int[Parts * MostSeconds];
        SeveritySeconds = new int[4 * MostSeconds];
        CellIncidents = new int[shape.Cells];
        CellLate = new int[shape.Cells];
        TargetIncidents = new int[shape.Targets];
        TargetLate = new int[shape.Targets];
        Busy = new long[shape.Units];
        Metres = new long[shape.Units];
        Assignments = new int[shape.Units];
        CoverageLooks = new int[1440];
        CoverageLost = new int[1440];
    }

    internal TallyShape Shape { get; }

    internal long[] Counts { get; }

    internal int[] Seconds { get; }

    internal int[] SeveritySeconds { get; }

    /// <summary>By cell.</summary>
    public int[] CellIncidents { get; }

    public int[] CellLate { get; }

    /// <summary>By target.</summary>
    public int[] TargetIncidents { get; }

    public int[] TargetLate { get; }

    /// <summary>By unit: milliseconds held by an incident.</summary>
    public long[] Busy { get; }

    /// <summary>By unit: metres driven, straight lines between cells times 1.3.</summary>
    public long[] Metres { get; }

    public int[] Assignments { get; }

    /// <summary>By minute of the day in the city's time: cells looked at, drawn by their calls.</summary>
    public int[] CoverageLooks { get; }

    /// <summary>Of those, how many nobody who counts could have reached within the ring.</summary>
    public int[] CoverageLost { get; }

    /// <summary>Roles for which nobody was free at the alert.</summary>
    public long Queued { get; internal set; }

    public long QueueMilliseconds { get; internal set; }

    /// <summary>Roles for which nobody fit within the outermost limit, so that one had to look farther.</summary>
    public long Escalated { get; internal set; }

    /// <summary>Roles filled by a neighbour city.</summary>
    public long Aided { get; internal set; }

    /// <summary>Responders taken away from a lesser incident.</summary>
    public long Diverted { get; internal set; }

    /// <summary>Incidents that a desk handles: nobody is sent.</summary>
    public long Desk { get; internal set; }

    /// <summary>Events handled.</summary>
    public long Events { get; internal set; }

    /// <summary>Replications added up.</summary>
    public int Replications { get; internal set; } = 1;

    public long Count(Dimension dimension, int key, Metric metric) => Counts[Place(dimension, key) + (int)metric];

    public int Size(Dimension dimension) => Shape.Sizes[(int)dimension];

    /// <summary>How many first responses took how long: none at all, up to one second, up to two ...</summary>
    public ReadOnlySpan<int> SecondsOf(Part part) => Seconds.AsSpan((int)part * MostSeconds, MostSeconds);

    /// <summary>The same for incidents of a severity.</summary>
    public ReadOnlySpan<int> SecondsOf(Domain.Incidents.IncidentSeverity severity) => SeveritySeconds.AsSpan((int)severity * MostSeconds, MostSeconds);

    internal int Place(Dimension dimension, int key) => _offsets[(int)dimension] + (key * Metrics);

    internal void Clear()
    {
        foreach (var column in (Array[])[Counts, Seconds, SeveritySeconds, CellIncidents, CellLate, TargetIncidents, TargetLate, Busy, Metres, Assignments, CoverageLooks, CoverageLost])
            Array.Clear(column);
        (Queued, QueueMilliseconds, Escalated, Aided, Diverted, Desk, Events, Replications) = (0, 0, 0, 0, 0, 0, 0, 1);
    }

    /// <summary>Adds another of the same shape.</summary>
    public void Add(Tally other)
    {
        Add(Counts, other.Counts);
        Add(Seconds, other.Seconds);
        Add(SeveritySeconds, other.SeveritySeconds);
        Add(CellIncidents, other.CellIncidents);
        Add(CellLate, other.CellLate);
        Add(TargetIncidents, other.TargetIncidents);
        Add(TargetLate, other.TargetLate);
        Add(Busy, other.Busy);
        Add(Metres, other.Metres);
        Add(Assignments, other.Assignments);
        Add(CoverageLooks, other.CoverageLooks);
        Add(CoverageLost, other.CoverageLost);
        Queued += other.Queued;
        QueueMilliseconds += other.QueueMilliseconds;
        Escalated += other.Escalated;
        Aided += other.Aided;
        Diverted += other.Diverted;
        Desk += other.Desk;
        Events += other.Events;
        Replications += other.Replications;
    }

    internal void Write(BinaryWriter writer)
    {
        foreach (var column in (long[][])[Counts, Busy, Metres, [Queued, QueueMilliseconds, Escalated, Aided, Diverted, Desk, Events, Replications]])
            foreach (var value in column)
                writer.Write7BitEncodedInt64(value);
        foreach (var column in IntColumns)
            foreach (var value in column)
                writer.Write7BitEncodedInt(value);
    }

    internal void Read(BinaryReader reader)
    {
        var totals = new long[8];
        foreach (var column in (long[][])[Counts, Busy, Metres, totals])
            for (var i = 0; i < column.Length; i++)
                column[i] = reader.Read7BitEncodedInt64();
        foreach (var column in IntColumns)
            for (var i = 0; i < column.Length; i++)
                column[i] = reader.Read7BitEncodedInt();
        (Queued, QueueMilliseconds, Escalated, Aided, Diverted, Desk, Events, Replications) = (totals[0], totals[1], totals[2], totals[3], totals[4], totals[5], totals[6], (int)totals[7]);
    }

    private int[][] IntColumns => [Seconds, SeveritySeconds, CellIncidents, CellLate, TargetIncidents, TargetLate, Assignments, CoverageLooks, CoverageLost];

    private static void Add<T>(T[] sum, T[] more)
        where T : INumber<T>
    {
        for (var i = 0; i < sum.Length; i++)
            sum[i] += more[i];
    }
}

/// <summary>How large the columns of a tally are.</summary>
internal sealed record TallyShape(int[] Sizes, int Cells, int Targets, int Units);
