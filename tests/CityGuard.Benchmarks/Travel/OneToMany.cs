using System.Diagnostics;
using CityGuard.Benchmarks.Reporting;
using CityGuard.Cities;
using CityGuard.Cities.Roads;
using CityGuard.Cities.Roads.Hierarchy;

namespace CityGuard.Benchmarks.Travel;

/// <summary>
/// Times from one node to all nodes within 15 minutes. Ours takes its sources 32 at a time, as many as it has lanes: the nodes of cells that
/// follow each other in the city's order, which is how a table is made, and as a second row nodes from anywhere, which share nothing. The
/// peer is called with the first 20 of each group.
/// </summary>
internal static class OneToMany
{
    private const int LimitMilliseconds = 900_000, Groups = 60, GroupsOfPeer = 5, GroupSize = 32, SourcesOfPeer = 20, Rounds = 5;
    private const uint Seed = 4;

    public static async Task Run(Report report, string name, CityParts parts, PgRouting? peer)
    {
        var roads = parts.Roads;
        var chance = new Random((int)Seed);
        int[][] near = [.. Enumerable.Range(0, Groups).Select(_ => chance.Next(parts.Cells.Count - GroupSize)).Select(first => parts.Cells.Node.AsSpan(first, GroupSize).ToArray())];
        int[][] anywhere = [.. Enumerable.Range(0, Groups).Select(_ => Enumerable.Range(0, GroupSize).Select(_ => chance.Next(roads.NodeCount)).ToArray())];
        var hierarchy = ContractionHierarchy.Build(roads);
        using var sweep = new Sweep(SweepPlan.Of(hierarchy, roads, [.. Enumerable.Range(0, roads.NodeCount)]));
        var dijkstra = new PlainDijkstra(roads);

        // Taken by turns, so that a drift of the machine meets both; the median of the rounds counts.
        var (ours, scattered, plain) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var (a, b, c) = (PerSource(() => Array.ForEach(near, Sweep), Groups), PerSource(() => Array.ForEach(anywhere, Sweep), Groups), PerSource(() => Array.ForEach(near[..GroupsOfPeer], Search), GroupsOfPeer));
            if (round == 0)
                continue; // warm
            ours.Add(a);
            scattered.Add(b);
            plain.Add(c);
        }

        Report.Say($"{name}: {roads.NodeCount:N0} nodes, {roads.ArcCount:N0} arcs, {hierarchy.ArcCount:N0} in the hierarchy; {near.Take(GroupsOfPeer).SelectMany(g => g).Average(s => dijkstra.Run(s, LimitMilliseconds)):N0} nodes reached from a source");
        report.Add($"sweep_us_{name}", Median(ours) * 1000, "us a source");
        report.Add($"sweep_anywhere_us_{name}", Median(scattered) * 1000, "us a source");
        report.Add($"dijkstra_us_{name}", Median(plain) * 1000, "us a source");
        if (name == "guangzhou")
            report.AtLeast("vs_dijkstra_guangzhou", Median(plain) / Median(ours), "times", 20);
        else
            report.Add($"vs_dijkstra_{name}", Median(plain) / Median(ours), "times");
        Check(near[..GroupsOfPeer], sweep, dijkstra, roads);
        if (peer is null)
        {
            report.Void($"vs_pgrouting_{name}", double.NaN, "times", 400, PgRouting.Missing);
            return;
        }

        await peer.Load(roads);
        foreach (var group in near[..GroupsOfPeer])
            if (!(await peer.Reached(group[..SourcesOfPeer], LimitMilliseconds)).SetEquals(Reached(sweep, group[..SourcesOfPeer], roads)))
                throw new InvalidOperationException("pgRouting reaches other nodes: nothing can be compared.");
        var theirs = await peer.MillisecondsPerSource([.. near.Take(GroupsOfPeer).Select(group => group[..SourcesOfPeer])], LimitMilliseconds);
        report.Add($"pgrouting_us_{name}", theirs * 1000, "us a source");
        report.AtLeast($"vs_pgrouting_{name}", theirs / Median(ours), "times", 400);
        report.Add($"vs_pgrouting_anywhere_{name}", theirs / Median(scattered), "times");

        void Sweep(int[] sources) => sweep.Run(sources, LimitMilliseconds / RoadGraph.TickMilliseconds);

        void Search(int[] sources) => Array.ForEach(sources, source => dijkstra.Run(source, LimitMilliseconds));
    }

    /// <summary>A fast wrong answer is no answer: every time of some groups is compared with the plain search's.</summary>
    private static void Check(int[][] groups, Sweep sweep, PlainDijkstra dijkstra, RoadGraph roads)
    {
        foreach (var group in groups)
        {
            sweep.Run(group, LimitMilliseconds / RoadGraph.TickMilliseconds);
            for (var lane = 0; lane < group.Length; lane++)
            {
                dijkstra.Run(group[lane], LimitMilliseconds);
                for (var node = 0; node < roads.NodeCount; node++)
                {
                    var ticks = sweep.Target(node) is { IsEmpty: false } lanes ? lanes[lane] * RoadGraph.TickMilliseconds : int.MaxValue;
                    if ((ticks <= LimitMilliseconds ? ticks : int.MaxValue) != dijkstra.Time(node))
                        throw new InvalidOperationException($"the time from {group[lane]} to {node} differs");
                }
            }
        }
    }

    private static HashSet<(int From, int Node)> Reached(Sweep sweep, int[] group, RoadGraph roads)
    {
        sweep.Run(group, LimitMilliseconds / RoadGraph.TickMilliseconds);
        var reached = new HashSet<(int, int)>();
        for (var node = 0; node < roads.NodeCount; node++)
            if (sweep.Target(node) is { IsEmpty: false } lanes)
                for (var lane = 0; lane < group.Length; lane++)
                    if (lanes[lane] <= LimitMilliseconds / RoadGraph.TickMilliseconds)
                        reached.Add((group[lane], node));
        return reached;
    }

    private static double PerSource(Action work, int groups)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalMilliseconds / (groups * GroupSize);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
