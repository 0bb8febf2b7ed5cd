using CityGuard.Cities.Generate.Facts;
using CityGuard.Cities.Generate.Land;
using CityGuard.Cities.Roads;

namespace CityGuard.Cities.Generate.Roads;

/// <summary>Expressways over everything, tied to the ground only at interchanges.</summary>
internal static class Expressways
{
    private const double Step = 380, BetweenInterchanges = 2_000, RampReach = 1_100;

    public static void Draw(RoadDraft roads, LandGrid land, IEnumerable<ExpresswayFact> expressways)
    {
        var major = new bool[roads.Nodes.Count];
        foreach (var edge in roads.Edges.Where(e => e.Class <= RoadClass.Collector))
            major[edge.A] = major[edge.B] = true;
        var ground = new SpotIndex([.. roads.Nodes], i => major[i]);
        foreach (var expressway in expressways)
            Draw(roads, land, ground, Curve.Resample(Curve.Flow(expressway.Line, 6), Step), roads.Street(expressway.Name.Zh));
    }

    private static void Draw(RoadDraft roads, LandGrid land, SpotIndex ground, List<Spot> line, int street)
    {
        int last = -1, first = -1;
        var since = BetweenInterchanges;
        for (var i = 0; i < line.Count; i++)
        {
            if (!land.IsCity(line[i]))
            {
                last = -1;
                continue;
            }

            var closing = i > 0 && i == line.Count - 1 && line[i] == line[0] && first >= 0;
            var node = closing ? first : roads.Node(line[i], kerb: false);
            first = i == 0 ? node : first;
            if (last >= 0)
            {
                var wet = (land.GroundAt(Spot.Between(line[i - 1], line[i], 0.5)) & Ground.Water) != 0;
                roads.Edge(last, node, wet ? RoadClass.Bridge : RoadClass.Expressway, RoadSpeeds.Of(RoadClass.Expressway, land, line[i]), street: street);
                since += line[i - 1].To(line[i]);
            }

            if (since >= BetweenInterchanges && ground.Nearest(line[i], RampReach, n => StreetGrid.Passable(land, line[i], roads.Nodes[n])) is >= 0 and var foot)
            {
                roads.Edge(node, foot, RoadClass.Collector, 40, winding: 1.2);
                since = 0;
            }

            last = node;
        }
    }
}
