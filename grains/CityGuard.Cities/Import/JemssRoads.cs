using CityGuard.Cities.Import.Network;
using CityGuard.Cities.Roads;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Import;

/// <summary>Reads <c>nodes</c> and <c>arcs</c>: travel times are given in days.</summary>
/// <param name="Graph">The network.</param>
/// <param name="Access">True where one may leave the road: not on a motorway or a ramp.</param>
internal sealed record JemssRoads(RoadGraph Graph, bool[] Access)
{
    private const double MillisecondsPerDay = 86_400_000;
    private const double ExpresswayKmh = 70, ArterialRatio = 2.5, CollectorRatio = 1.5;

    public static JemssRoads Read(string folder, int mode)
    {
        var rows = JemssFile.Read(folder, "nodes.csv")["nodes"].Require("x", "y").RequireCounting().Rows;
        var nodes = rows.Select(r => new GeoPoint(r.Number("x", -180, 180), r.Number("y", -90, 90))).ToArray();
        var access = rows.Select(r => r.Text("offRoadAccess").Length == 0 || r.Number("offRoadAccess", 0, 1) > 0).ToArray();
        if (nodes.Length == 0)
            throw new CityInputException("nodes.csv", "there are no nodes");

        var column = $"mode_{mode}";
        var table = JemssFile.Read(folder, "arcs.csv")["arcs"].Require("fromNode", "toNode", column).RequireCounting();
        var arcs = table.Rows.Select(r => new RoadArc(
            r.Whole("fromNode", 1, nodes.Length) - 1, r.Whole("toNode", 1, nodes.Length) - 1, r.Number(column, 0, 1) * MillisecondsPerDay, RoadClass.Local)).ToArray();
        if (arcs.Length == 0)
            throw new CityInputException(table.File, "there are no arcs");
        return new JemssRoads(Link(nodes, arcs), access);
    }

    /// <summary>The nodes from which every station can be reached and that can be reached from each: what is left over is a sliver.</summary>
    public bool[] Connected(IReadOnlyList<int> stations)
    {
        var connected = new bool[Graph.NodeCount];
        RoadSearch there = new(Graph), back = new(Graph.Reversed());
        there.Run(stations[0], int.MaxValue);
        back.Run(stations[0], int.MaxValue);
        for (var node = 0; node < connected.Length; node++)
            connected[node] = there.TryTime(node, out _) && back.TryTime(node, out _);
        if (stations.Any(s => !connected[s]) || connected.Count(c => c) * 2 < connected.Length)
            throw new CityInputException("arcs.csv", "the road network falls apart: the stations cannot reach each other, or less than half of it");
        return connected;
    }

    /// <summary>The largest part of the network within which one can drive from everywhere to everywhere.</summary>
    public RoadGraph Largest()
    {
        var stretches = new List<Stretch>(Graph.ArcCount);
        for (var node = 0; node < Graph.NodeCount; node++)
            for (var arc = Graph.FirstArc.Span[node]; arc < Graph.FirstArc.Span[node + 1]; arc++)
                stretches.Add(new Stretch(node, Graph.Head.Span[arc], 0, Graph.Milliseconds.Span[arc], Graph.Class.Span[arc], -1, 0));
        var (kept, parts) = StrongParts.Largest(Graph.NodeCount, stretches);
        var left = kept.Count(k => k);
        if (left * 2 < Graph.NodeCount)
            throw new CityInputException("arcs.csv", $"the roads fall into {parts} parts between which one cannot drive there and back; the largest has {left} of {Graph.NodeCount} nodes");
        var number = new int[kept.Length];
        var nodes = new List<GeoPoint>(left);
        for (var node = 0; node < kept.Length; node++)
        {
            number[node] = nodes.Count;
            if (kept[node])
                nodes.Add(Graph.Nodes.Span[node]);
        }

        return RoadGraph.Of(
            nodes.ToArray(),
            [.. stretches.Where(s => kept[s.From] && kept[s.To]).Select(s => new RoadArc(number[s.From], number[s.To], s.Milliseconds, s.Class))],
            Access.All(a => a) ? default : Enumerable.Range(0, kept.Length).Where(n => kept[n]).Select(n => !Access[n]).ToArray());
    }

    private static RoadGraph Link(GeoPoint[] nodes, RoadArc[] arcs)
    {
        var speed = arcs.Select(arc => nodes[arc.From].MetresTo(nodes[arc.To]) / Math.Max(1, arc.Milliseconds) * 3600).ToArray();
        var slow = speed.Order().ElementAt(arcs.Length / 20);
        for (var arc = 0; arc < arcs.Length; arc++)
            arcs[arc] = arcs[arc] with { Class = Class(speed[arc], slow) };
        return RoadGraph.Of(nodes, arcs);
    }

    /// <summary>The files do not name classes; they are told from the speed, against the slow streets of the same city. Only the map shows them.</summary>
    private static RoadClass Class(double kmh, double slow)
    {
        if (kmh >= ExpresswayKmh)
            return RoadClass.Expressway;
        if (kmh >= slow * ArterialRatio)
            return RoadClass.Arterial;
        return kmh >= slow * CollectorRatio ? RoadClass.Collector : RoadClass.Local;
    }
}
