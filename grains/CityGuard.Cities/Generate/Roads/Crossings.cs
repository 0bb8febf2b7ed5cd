using CityGuard.Cities.Generate.Facts;
using CityGuard.Cities.Generate.Land;
using CityGuard.Cities.Roads;

namespace CityGuard.Cities.Generate.Roads;

/// <summary>A bridge or tunnel that was built: its two landings.</summary>
internal sealed record Crossing(CrossingFact Fact, Spot From, Spot Until);

/// <summary>The few named bridges and tunnels; no other street crosses water.</summary>
internal static class Crossings
{
    private const double Longest = 2_600, Approach = 1_400;

    public static List<Crossing> Draw(RoadDraft roads, LandGrid land, IEnumerable<CrossingFact> facts)
    {
        var major = new bool[roads.Nodes.Count];
        foreach (var edge in roads.Edges.Where(e => e.Class is RoadClass.Arterial or RoadClass.Collector))
            major[edge.A] = major[edge.B] = true;
        var streets = new SpotIndex([.. roads.Nodes], i => roads.Kerb[i]);
        var built = new List<Crossing>();
        foreach (var fact in facts)
        {
            var bearing = double.DegreesToRadians(fact.BearingDegrees);
            if (Bank(land, fact.Middle, Math.Sin(bearing), Math.Cos(bearing)) is not { } from || Bank(land, fact.Middle, -Math.Sin(bearing), -Math.Cos(bearing)) is not { } until)
                continue;
            int a = Foot(from), b = Foot(until);
            if (a < 0 || b < 0)
                continue;
            int left = roads.Node(from, kerb: false), right = roads.Node(until, kerb: false);
            roads.Edge(a, left, RoadClass.Arterial, 36);
            roads.Edge(left, right, RoadClass.Bridge, RoadSpeeds.Of(RoadClass.Bridge, land, fact.Middle), street: roads.Street(fact.Name.Zh));
            roads.Edge(right, b, RoadClass.Arterial, 36);
            built.Add(new(fact, from, until));
        }

        return built;

        int Foot(Spot bank)
        {
            var near = streets.Nearest(bank, Approach / 2, n => major[n] && StreetGrid.Passable(land, bank, roads.Nodes[n]));
            return near >= 0 ? near : streets.Nearest(bank, Approach, n => StreetGrid.Passable(land, bank, roads.Nodes[n]));
        }
    }

    /// <summary>Walks from the middle of the river to the first dry ground, 40 m behind the bank; null when there is none.</summary>
    private static Spot? Bank(LandGrid land, Spot middle, double dx, double dy)
    {
        for (var metres = 0.0; metres < Longest; metres += 20)
        {
            var p = new Spot(middle.X + (dx * (metres + 40)), middle.Y + (dy * (metres + 40)));
            if (land.IsCity(p) && (land.GroundAt(p) & Ground.Water) == 0 && (land.GroundAt(new(middle.X + (dx * metres), middle.Y + (dy * metres))) & Ground.Water) == 0)
                return p;
        }

        return null;
    }
}
