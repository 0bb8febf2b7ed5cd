using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Targets;
using CityGuard.Simulation.Chance;

namespace CityGuard.Simulation.Engine;

/// <summary>Where up to 64 responders of the same kind wait who are alike in all that choosing looks at.</summary>
/// <param name="Cell">Cell.</param>
/// <param name="Kind">Index of the kind.</param>
/// <param name="Capabilities">Mask of capabilities.</param>
/// <param name="Turnout">Expected turnout, deciseconds.</param>
/// <param name="First">First unit; its units are consecutive, in the order of their numbers.</param>
/// <param name="Count">1 to 64.</param>
internal readonly record struct Post(int Cell, byte Kind, ulong Capabilities, ushort Turnout, int First, int Count);

/// <summary>One responder of a simulated deployment.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Number">Its place in the order of all responders: the last tie-break of choosing.</param>
/// <param name="Kind">Index of the kind.</param>
/// <param name="Class">Kind with class letter, as reports group by, e.g. <c>patrolGroup C</c>.</param>
/// <param name="Capabilities">Mask of capabilities.</param>
/// <param name="Cell">Cell of its post.</param>
/// <param name="Target">Premises it is bound to; it then goes nowhere else. Or <see cref="World.Nowhere"/>, <see cref="World.Abroad"/>.</param>
/// <param name="Turnout">Expected turnout, deciseconds.</param>
/// <param name="Patrols">True: it may be led about while it is free.</param>
/// <param name="Shift">Minutes of the week on duty; null: always.</param>
internal sealed record Member(
    string Id, int Number, byte Kind, int Class, ulong Capabilities, int Cell, int Target, ushort Turnout, bool Patrols, IReadOnlyList<MinuteSpan>? Shift)
{
    /// <summary>Where it is when the night begins, and from when it is free; null: at its post, free.</summary>
    public Opening? Opening { get; init; }
}

/// <summary>What of a unit is read all the time.</summary>
/// <param name="Fits">Bit r set when it fits requirement r.</param>
/// <param name="Bit">Its place at its post.</param>
internal readonly record struct Facts(int Cell, int Target, int Number, ushort Turnout, byte Kind, ulong Fits, ulong Capabilities, int Post, int Bit);

/// <summary>How a responder stands when the night begins, e.g. in a city forked while it was at work.</summary>
/// <param name="Cell">Where it is.</param>
/// <param name="FreeAfterMilliseconds">When it will be done with what it does; 0: it is free there.</param>
internal sealed record Opening(int Cell, long FreeAfterMilliseconds);

/// <summary>One kind of call, by type and severity.</summary>
internal sealed record CallType(string Type, IncidentSeverity Severity, Distribution OnScene);

/// <summary>One responder that a plan asks for.</summary>
/// <param name="Requirement">Index among <see cref="World.Requirements"/>.</param>
/// <param name="WithinMilliseconds">Its clock; 0: none.</param>
/// <param name="Since">From when the clock counts.</param>
internal readonly record struct Slot(byte Requirement, int WithinMilliseconds, ClockStart Since);

/// <summary>Carrying the injured away, for cities of ambulances.</summary>
/// <param name="Share">Share of incidents that end with a transport, 0 to 1.</param>
/// <param name="Cells">Where to; the nearest is taken.</param>
/// <param name="Handover">How long handing over takes.</param>
internal sealed record Transport(double Share, int[] Cells, Distribution Handover);

/// <summary>Who may wait, who may be taken away, and where the free go.</summary>
internal sealed record WorldPolicy
{
    public DispatchRule Rule { get; init; } = DispatchRule.Nearest;

    /// <summary>Kinds by layer, lightest first, with the deciseconds within which each layer is asked.</summary>
    public IReadOnlyList<(ulong Kinds, ushort Within)> Layers { get; init; } = [];

    /// <summary>A grave or critical incident may take a responder who drives to a lesser one.</summary>
    public bool Redispatch { get; init; }

    /// <summary>What nobody can be sent to waits; false: it is lost (Erlang).</summary>
    public bool Queues { get; init; } = true;

    public RelocationRule Relocation { get; init; } = RelocationRule.None;

    /// <summary>Share of time a responder is busy, for expected coverage, 0 to 1.</summary>
    public double BusyFraction { get; init; } = 0.3;

    /// <summary>Ring of coverage by which dispatching and relocating by coverage judge, deciseconds.</summary>
    public ushort CoverageWithin { get; init; } = 3000;

    /// <summary>Cells to be held, by number of free responders (row n: n free), for the compliance table.</summary>
    public IReadOnlyList<int[]> ComplianceTable { get; init; } = [];

    /// <summary>After how long a role that waits is offered to the neighbour cities, milliseconds; null: never.</summary>
    public long? AidAfter { get; init; }

    public bool NeedsCoverage => Rule == DispatchRule.Dmexclp || Relocation == RelocationRule.Dmexclp;

    /// <summary>Time of a trip that is not urgent (on the way back, a lesser call), as a multiple.</summary>
    public double CalmFactor { get; init; } = 1;

    /// <summary>Calls below this severity are driven to without haste; null: none are.</summary>
    public IncidentSeverity? CalmBelow { get; init; }
}

/// <summary>How a responder is chosen.</summary>
public enum DispatchRule
{
    /// <summary>Who fits and arrives first.</summary>
    Nearest,

    /// <summary>The lightest kind that is in time, by the 1-3-5 rings; else who arrives first.</summary>
    Layered,

    /// <summary>Of those in time the one whose leaving costs the least expected coverage; else who arrives first (Jagtenberg et al. 2017).</summary>
    Dmexclp,
}

/// <summary>Where a responder goes when it is free.</summary>
public enum RelocationRule
{
    /// <summary>Back to its post.</summary>
    None,

    /// <summary>To the cells that a table asks to be held with so many free (compliance table).</summary>
    Table,

    /// <summary>To the post where it adds most to expected coverage (DMEXCLP, Jagtenberg et al. 2015).</summary>
    Dmexclp,

    /// <summary>Patrols go to where most calls are to be expected since somebody was last there (data-directed patrol, 数据导巡).</summary>
    Patrol,
}

/// <summary>Something that happens at a set time in every replication.</summary>
internal readonly record struct Turn(long At, TurnKind Kind, int Value);

internal enum TurnKind : byte
{
    /// <summary>Other travel times hold: index among <see cref="World.Travels"/>.</summary>
    Travel,

    /// <summary>A unit goes off duty when it is done. Before coming on: who goes off and comes on in one minute stays.</summary>
    Off,

    /// <summary>A unit comes on duty.</summary>
    On,

    /// <summary>Patrols are led on.</summary>
    Patrol,

    /// <summary>Coverage is looked at.</summary>
    Look,
}

/// <summary>A deployment made ready for replications: immutable, shared by all threads.</summary>
internal sealed class World
{
    /// <summary>Value of <see cref="Member.Target"/>: bound to no premises; of a neighbour city.</summary>
    public const int Nowhere = -1, Abroad = -2;

    /// <summary>Roads are longer than straight lines: the factor that the city's model of travel has, too.</summary>
    public const float DetourFactor = 1.3f;

    private ReachSets? _reach;
    private Facts[]? _facts;
    private ushort[]? _leastTurnout;

    public required TravelLookup[] Travels { get; init; }

    /// <summary>By index of travel, then by requirement; last: all posts.</summary>
    public required NearPosts[][] Near { get; init; }

    /// <summary>Posts whose units fit, by requirement.</summary>
    public required int[][] PostsFor { get; init; }

    public required Post[] Posts { get; init; }

    /// <summary>Road units first, post by post; then those bound to premises.</summary>
    public required Member[] Units { get; init; }

    /// <summary>Post of each road unit; -1 for one bound to premises.</summary>
    public required int[] PostOf { get; init; }

    /// <summary>Units of each target, by target.</summary>
    public required int[][] UnitsOfTarget { get; init; }

    public required Requirement[] Requirements { get; init; }

    public required CallType[] Calls { get; init; }

    /// <summary>Slots by call, class of target and duty level: see <see cref="SlotsOf"/>.</summary>
    public required Slot[][] Slots { get; init; }

    public required int TargetClasses { get; init; }

    public required int DutyLevels { get; init; }

    /// <summary>Class of each target; class 0 is no target.</summary>
    public required byte[] ClassOfTarget { get; init; }

    /// <summary>Duty level by cell.</summary>
    public required byte[] DutyOfCell { get; init; }

    /// <summary>Standards compiled, drawn closer by duty where it is raised.</summary>
    public required StandardRule[] Standards { get; init; }

    /// <summary>The outermost limit, deciseconds: beyond it one has to look farther, and the table ends.</summary>
    public required ushort Outermost { get; init; }

    public required ushort[] StandardOfCell { get; init; }

    public required ushort[] StandardOfTarget { get; init; }

    public required byte[] GradeOfTarget { get; init; }

    public required ushort[] SectorOfCell { get; init; }

    public required int Classes { get; init; }

    /// <summary>Place of each cell in metres on a plane, at its road node.</summary>
    public required float[] X { get; init; }

    public required float[] Y { get; init; }

    /// <summary>Cell at a place on that plane, and how far its node may be from a place in it.</summary>
    public required CellRaster Raster { get; init; }

    /// <summary>By index of travel and destination: no trip to that cell gains more metres of straight line a decisecond.</summary>
    public required float[][] Fastest { get; init; }

    /// <summary>Calls to be expected by cell, shares adding to 1: the weight of coverage.</summary>
    public required float[] Weight { get; init; }

    /// <summary>Draws cells by that weight.</summary>
    public required AliasTable Cells { get; init; }

    public required WorldPolicy Policy { get; init; }

    /// <summary>Turnout as a multiple of the expected one.</summary>
    public required Distribution TurnoutFactor { get; init; }

    public Transport? Transport { get; init; }

    /// <summary>In order of time.</summary>
    public required Turn[] Turns { get; init; }

    /// <summary>Units off duty when the night begins, and those of neighbour cities.</summary>
    public required bool[] StartsOff { get; init; }

    /// <summary>By unit: bit r set when it fits requirement r.</summary>
    public required ulong[] UnitFits { get; init; }

    /// <summary>By requirement: nobody on the roads who fits it turns out sooner, deciseconds.</summary>
    public ushort[] LeastTurnout => _leastTurnout ??= [.. PostsFor.Select(posts => posts.Length == 0 ? (ushort)0 : posts.Min(p => Posts[p].Turnout))];

    /// <summary>Units of neighbour cities.</summary>
    public required int[] Neighbours { get; init; }

    public required int[][] CellsOfSector { get; init; }

    /// <summary>Minute of the week at which the night begins.</summary>
    public required int StartMinute { get; init; }

    /// <summary>What the innermost loops read of each unit, side by side.</summary>
    public Facts[] Facts => _facts ??= [.. Units.Select((u, i) => new Facts(u.Cell, u.Target, u.Number, u.Turnout, u.Kind, UnitFits[i], u.Capabilities, PostOf[i], PostOf[i] < 0 ? 0 : i - Posts[PostOf[i]].First))];

    /// <summary>Cells reached from a cell within the ring of coverage, by the times that hold when the night begins.</summary>
    public int[] Reach(int cell, ushort turnout)
        => (_reach ?? Interlocked.CompareExchange(ref _reach, new ReachSets(Travels[0], Policy.CoverageWithin), null) ?? _reach).From(cell, turnout);

    public Slot[] SlotsOf(int call, int target, int cell)
        => Slots[(((call * TargetClasses) + (target < 0 ? 0 : ClassOfTarget[target])) * DutyLevels) + DutyOfCell[cell]];

    /// <summary>Fills <see cref="UnitsOfTarget"/>; units carry their premises.</summary>
    public World WithTargets(Member[] units)
    {
        foreach (var group in Enumerable.Range(0, units.Length).Where(u => units[u].Target >= 0).GroupBy(u => units[u].Target))
            UnitsOfTarget[group.Key] = [.. group];
        return this;
    }
}
