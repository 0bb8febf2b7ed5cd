using System.Runtime.InteropServices;
using CityGuard.Cities.Roads;

namespace CityGuard.Cities.Generate.Roads;

/// <summary>Turns drawn roads into the graph: its largest connected part, nodes along a space-filling curve, both directions of every road.</summary>
internal static class RoadWeaver
{
    private const double LongestDeadEnd = 220;

    /// <returns>The graph, and for each of its nodes whether a vehicle can stop there.</returns>
    public static (RoadGraph Graph, Spot[] Nodes, bool[] Kerb) Weave(RoadDraft roads)
    {
        var open = Prune(roads);
        var kept = LargestPart(roads, open);
        var order = Enumerable.Range(0, roads.Nodes.Count).Where(n => kept[n]).OrderBy(n => Morton(roads.Nodes[n])).ThenBy(n => n).ToArray();
        var number = new int[roads.Nodes.Count];
        for (var i = 0; i < order.Length; i++)
            number[order[i]] = i;
        var edges = open.Where(e => kept[e.A] && e.A != e.B).ToArray();
        var arcs = new List<RoadArc>(edges.Length * 2);
        foreach (var edge in edges)
        {
            int from = number[edge.A], to = number[edge.B];
            var milliseconds = edge.Metres * 3600 / edge.KmPerHour;
            arcs.Add(new RoadArc(from, to, milliseconds, edge.Class, edge.Street));
            arcs.Add(new RoadArc(to, from, milliseconds, edge.Class, edge.Street));
        }

        var spots = order.Select(n => roads.Nodes[n]).ToArray();
        var graph = RoadGraph.Of(spots.Select(Plane.Geo).ToArray(), CollectionsMarshal.AsSpan(arcs));
        return (graph, spots, order.Select(n => roads.Kerb[n]).ToArray());
    }

    /// <summary>Cuts back long roads that lead nowhere; short dead ends are what a city has.</summary>
    private static List<RoadEdge> Prune(RoadDraft roads)
    {
        var edges = roads.Edges.ToList();
        for (var round = 0; round < 3; round++)
        {
            var ends = new byte[roads.Nodes.Count];
            foreach (var edge in edges)
            {
                ends[edge.A] = (byte)Math.Min(2, ends[edge.A] + 1);
                ends[edge.B] = (byte)Math.Min(2, ends[edge.B] + 1);
            }

            if (edges.RemoveAll(e => e.Metres > LongestDeadEnd && (ends[e.A] == 1 || ends[e.B] == 1)) == 0)
                break;
        }

        return edges;
    }

    private static bool[] LargestPart(RoadDraft roads, List<RoadEdge> edges)
    {
        var parent = Enumerable.Range(0, roads.Nodes.Count).ToArray();
        foreach (var edge in edges)
            parent[Find(edge.A)] = Find(edge.B);
        var size = new int[parent.Length];
        for (var n = 0; n < parent.Length; n++)
            size[Find(n)]++;
        var largest = Array.IndexOf(size, size.Max());
        return Enumerable.Range(0, parent.Length).Select(n => Find(n) == largest).ToArray();

        int Find(int n)
        {
            while (parent[n] != n)
                n = parent[n] = parent[parent[n]];
            return n;
        }
    }

    /// <summary>Interleaved bits of the two coordinates: near nodes get near numbers, which searches like.</summary>
    private static ulong Morton(Spot p)
    {
        return Spread((ulong)(p.X / 4)) | (Spread((ulong)(p.Y / 4)) << 1);

        static ulong Spread(ulong v)
        {
            v = (v | (v << 16)) & 0x0000_FFFF_0000_FFFF;
            v = (v | (v << 8)) & 0x00FF_00FF_00FF_00FF;
            v = (v | (v << 4)) & 0x0F0F_0F0F_0F0F_0F0F;
            v = (v | (v << 2)) & 0x3333_3333_3333_3333;
            return (v | (v << 1)) & 0x5555_5555_5555_5555;
        }
    }
}
