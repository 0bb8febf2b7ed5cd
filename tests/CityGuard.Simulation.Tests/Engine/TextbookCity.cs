using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Readiness;
using CityGuard.Simulation.Chance;
using CityGuard.Simulation.Demand;
using CityGuard.Simulation.Engine;

namespace CityGuard.Simulation.Tests.Engine;

/// <summary>A model of the textbooks, built for the very engine that plays cities: atoms of calls, a unit at each post, service that takes far longer than any way.</summary>
internal sealed class TextbookCity
{
    public const double MeanServiceSeconds = 10_000;

    public required double[] CallsPerService { get; init; }

    /// <summary>Order in which the units are preferred, by atom.</summary>
    public required int[][] Preferences { get; init; }

    public bool Queues { get; init; } = true;

    public Tally Play(ulong seed, int replication, double services, double warmServices = 50)
    {
        var night = new Replication(World(), Milliseconds(warmServices), Milliseconds(warmServices + services));
        var tape = new IncidentTape();
        Demand(Milliseconds(warmServices + services)).Write(tape, seed, replication);
        var tally = new Tally(new TallyShape([1, 4, 1, 4, 1, 1, 1, 168], CallsPerService.Length, 0, Units));
        night.Run(tape, tally, default);
        return tally;
    }

    private int Units => Preferences[0].Length;

    private static long Milliseconds(double services) => (long)(services * MeanServiceSeconds * 1000);

    private DemandTable Demand(long horizon)
    {
        var perHour = CallsPerService.Sum() * 3600 / MeanServiceSeconds;
        return new DemandTable
        {
            Sources = [new DemandSource { Stream = 0, PerHour = [.. Enumerable.Repeat(perHour, 168)], Cells = new AliasTable(CallsPerService), Mix = new AliasTable([1]), CallOf = [0] }],
            Given = [],
            TargetsOfCell = [.. CallsPerService.Select(_ => Array.Empty<int>())],
            Hours = [],
            TargetShare = 0,
            StartMinute = 0,
            Horizon = horizon,
            Processing = Distribution.Constant(0),
        };
    }

    /// <summary>Posts lie in cells after the atoms; the time from each is its rank in the order of the atom, in tenths of a second. All the rest is at hand.</summary>
    private World World()
    {
        var (atoms, cells) = (CallsPerService.Length, CallsPerService.Length + Units);
        var times = new ushort[cells, cells];
        for (var atom = 0; atom < atoms; atom++)
            for (var rank = 0; rank < Units; rank++)
                times[atoms + Preferences[atom][rank], atom] = (ushort)(rank + 1);
        var travel = new DenseTravel(times);
        Post[] posts = [.. Enumerable.Range(0, Units).Select(unit => new Post(atoms + unit, 0, 0, 0, unit, 1))];
        var (x, y) = (new float[cells], new float[cells]);
        return new World
        {
            Travels = [travel],
            Near = [NearPosts.Make(travel, posts, [[.. Enumerable.Range(0, Units)], [.. Enumerable.Range(0, Units)]])],
            PostsFor = [[.. Enumerable.Range(0, Units)]],
            Posts = posts,
            Units = [.. Enumerable.Range(0, Units).Select(unit => new Member($"v-{unit}", unit, 0, 0, 0, atoms + unit, CityGuard.Simulation.Engine.World.Nowhere, 0, false, null))],
            PostOf = [.. Enumerable.Range(0, Units)],
            UnitsOfTarget = [],
            Requirements = [new Requirement(1, 0, 1, Travel.Beyond)],
            UnitFits = [.. posts.Select(_ => 1UL)],
            Calls = [new CallType("call", IncidentSeverity.Low, new Distribution(DistributionShape.Exponential, MeanServiceSeconds))],
            Slots = [[new Slot(0, 0, ClockStart.Request)]],
            TargetClasses = 1,
            DutyLevels = 1,
            ClassOfTarget = [],
            DutyOfCell = new byte[cells],
            Standards = [new StandardRule(new RingRule[] { new(3000, 1, 1, 1) }, 9000)],
            Outermost = 9000,
            StandardOfCell = new ushort[cells],
            StandardOfTarget = [],
            GradeOfTarget = [],
            SectorOfCell = new ushort[cells],
            CellsOfSector = [[.. Enumerable.Range(0, cells)]],
            Classes = 1,
            X = x,
            Y = y,
            Raster = new CellRaster(x, y),
            Fastest = [[.. Enumerable.Repeat(1f, cells)]],
            Weight = new float[cells],
            Cells = new AliasTable(CallsPerService),
            Policy = new WorldPolicy { Queues = Queues },
            TurnoutFactor = Distribution.Constant(1),
            Turns = [],
            StartsOff = new bool[Units],
            Neighbours = [],
            StartMinute = 0,
        };
    }
}
