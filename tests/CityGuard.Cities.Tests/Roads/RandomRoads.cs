using CityGuard.Cities.Roads;
using CityGuard.Domain.Geography;
using CsCheck;

namespace CityGuard.Cities.Tests.Roads;

/// <summary>Networks no city has: one-way, in pieces, with loops, twin arcs and equal times.</summary>
internal static class RandomRoads
{
    public static Gen<RoadGraph> Gen { get; } = CsCheck.Gen.Select(CsCheck.Gen.Int[0, int.MaxValue], CsCheck.Gen.Int[1, 60]).Select(Make);

    public static RoadGraph Make(int seed, int nodes)
    {
        var chance = new Random(seed);
        var places = new GeoPoint[nodes];
        for (var node = 0; node < nodes; node++)
            places[node] = new GeoPoint(113 + chance.NextDouble(), 23 + chance.NextDouble());
        var most = chance.Next(1, 5000);
        var arcs = Enumerable.Range(0, chance.Next(0, nodes * 4)).Select(_ => new RoadArc(chance.Next(nodes), chance.Next(nodes), chance.Next(1, most), RoadClass.Local));
        return RoadGraph.Of(places, arcs.ToArray());
    }

    /// <summary>Some arcs slower, some quicker, some gone.</summary>
    public static RoadGraph Changed(RoadGraph roads, uint seed)
    {
        var chance = new Random((int)(seed % int.MaxValue));
        var arcs = new List<RoadArc>();
        for (var node = 0; node < roads.NodeCount; node++)
            for (var arc = roads.FirstArc.Span[node]; arc < roads.FirstArc.Span[node + 1]; arc++)
                if (chance.Next(5) > 0)
                    arcs.Add(new RoadArc(node, roads.Head.Span[arc], roads.Milliseconds.Span[arc] * (0.5 + chance.NextDouble()), RoadClass.Local));
        return RoadGraph.Of(roads.Nodes, arcs.ToArray());
    }
}
