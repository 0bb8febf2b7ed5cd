using CityGuard.Cities.Generate.Facts;

namespace CityGuard.Cities.Generate.Land;

/// <summary>Hills as ellipses with a restless edge.</summary>
internal static class HillShapes
{
    private const int Corners = 72;

    public static Spot[] Draw(HillFact hill, Chance chance)
    {
        var phases = Enumerable.Range(0, 4).Select(_ => chance.Between(0, Math.Tau)).ToArray();
        var turn = double.DegreesToRadians(hill.TurnDegrees);
        var ring = new Spot[Corners + 1];
        for (var i = 0; i < Corners; i++)
        {
            var angle = Math.Tau * i / Corners;
            var swell = 1 + (0.12 * Math.Sin((2 * angle) + phases[0])) + (0.09 * Math.Sin((3 * angle) + phases[1]))
                + (0.07 * Math.Sin((5 * angle) + phases[2])) + (0.05 * Math.Sin((9 * angle) + phases[3]));
            double x = hill.HalfX * swell * Math.Cos(angle), y = hill.HalfY * swell * Math.Sin(angle);
            ring[i] = new(hill.Centre.X + (x * Math.Cos(turn)) - (y * Math.Sin(turn)), hill.Centre.Y + (x * Math.Sin(turn)) + (y * Math.Cos(turn)));
        }

        ring[Corners] = ring[0];
        return ring;
    }
}
