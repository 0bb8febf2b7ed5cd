using System.Diagnostics;
using CityGuard.Benchmarks.Reporting;
using CityGuard.Cities;
using CityGuard.Cities.Roads;
using CityGuard.Cities.Roads.Hierarchy;

namespace CityGuard.Benchmarks.Travel;

internal sealed class OneToMany(string name, CityParts parts)
{
    private const int LimitSeconds = 900, Ticks = LimitSeconds * 1000 / RoadGraph.TickMilliseconds;

    public void Run(Report report)
    {
        var roads = parts.Roads;
        for (int i = 0; i < 2; i++)
        {
            var w = Stopwatch.StartNew();
            var h = ContractionHierarchy.Build(roads);
            report.Add($"hierarchy_{name}", w.Elapsed.TotalSeconds, "s");
            Report.Say($"arcs {roads.ArcCount} hierarchy {h.ArcCount}");
            w.Restart();
            var again = h.Again(roads);
            report.Add($"again_{name}", w.Elapsed.TotalSeconds, "s");
            w.Restart();
            var table = TravelTableBuilder.Build(roads, parts.Cells, LimitSeconds, hierarchy: h);
            report.Add($"table_{name}", w.Elapsed.TotalSeconds, "s");
        }
        var hier = ContractionHierarchy.Build(roads);
        var plan = SweepPlan.Of(hier, roads, [.. Enumerable.Range(0, roads.NodeCount)]);
        using var sweep = new Sweep(plan);
        var chance = new Random(1);
        foreach (var near in new[] { true, false })
            for (var rep = 0; rep < 3; rep++)
            {
                var w = Stopwatch.StartNew();
                long reached = 0;
                const int Groups = 50;
                for (var g = 0; g < Groups; g++)
                {
                    var start = chance.Next(parts.Cells.Count - 20);
                    var sources = Enumerable.Range(0, 20).Select(i => near ? parts.Cells.Node[start + i] : chance.Next(roads.NodeCount)).ToArray();
                    sweep.Run(sources, Ticks);
                    for (var node = 0; node < roads.NodeCount; node++)
                        if (sweep.Target(node) is { IsEmpty: false } lanes)
                            for (int k = 0; k < 20; k++) reached += lanes[k] <= Ticks ? 1 : 0;
                }
                report.Add($"sweep_{name}_{near}", w.Elapsed.TotalMilliseconds / Groups / 20, "ms/source");
                w.Restart();
                for (var g = 0; g < Groups; g++)
                {
                    var start = chance.Next(parts.Cells.Count - 20);
                    var sources = Enumerable.Range(0, 20).Select(i => near ? parts.Cells.Node[start + i] : chance.Next(roads.NodeCount)).ToArray();
                    sweep.Run(sources, Ticks);
                }
                report.Add($"sweep_only_{name}_{near}", w.Elapsed.TotalMilliseconds / Groups / 20, "ms/source");
                Report.Say($"reached {reached / 1000}");
            }
        var d = new PlainSearch(roads);
        var ww = Stopwatch.StartNew();
        long r = 0;
        for (int i = 0; i < 100; i++) r += d.Run(chance.Next(roads.NodeCount), LimitSeconds * 1000);
        report.Add($"dijkstra_{name}", ww.Elapsed.TotalMilliseconds / 100, "ms/source");
    }
}

internal sealed class PlainSearch(RoadGraph roads)
{
    private readonly int[] _time = new int[roads.NodeCount];
    private readonly PriorityQueue<int, int> _queue = new();

    public int Run(int source, int limit)
    {
        Array.Fill(_time, int.MaxValue);
        ReadOnlySpan<int> first = roads.FirstArc.Span, head = roads.Head.Span, cost = roads.Milliseconds.Span;
        var settled = 0;
        _queue.Enqueue(source, 0);
        _time[source] = 0;
        while (_queue.TryDequeue(out var node, out var time))
        {
            if (time > _time[node])
                continue;
            settled++;
            for (var arc = first[node]; arc < first[node + 1]; arc++)
            {
                var then = time + cost[arc];
                if (then > limit || then >= _time[head[arc]])
                    continue;
                _time[head[arc]] = then;
                _queue.Enqueue(head[arc], then);
            }
        }

        return settled;
    }
}
