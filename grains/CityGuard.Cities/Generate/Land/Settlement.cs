using CityGuard.Cities.Generate.Facts;

namespace CityGuard.Cities.Generate.Land;

/// <summary>
/// Spreads the census of each district over its land: streets by their rough weight, within a street a dense core round its seat,
/// villages farther out, next to nobody in the hills, nobody on water.
/// </summary>
internal static class Settlement
{
    private const double CorePerKm2 = 17_000, HillLiving = 0.05;

    public static void Settle(LandGrid land, CityFacts facts, ulong seed)
    {
        var villages = new Noise(seed, "villages", 1_300);
        var texture = new Noise(seed, "texture", 420);
        var weight = new double[facts.Streets.Count];
        var squares = Group(land, facts.Streets.Count);
        for (var s = 0; s < squares.Length; s++)
        {
            var street = facts.Streets[s];
            var coreShare = CoreShare(squares[s].Count * LandGrid.Side * LandGrid.Side / 1e6);
            var radius = Math.Max(450, Math.Sqrt(street.Weight * 1000 * coreShare / (Math.PI * CorePerKm2)) * 1000);
            double core = 0, country = 0;
            foreach (var square in squares[s])
            {
                core += Core(square);
                country += Country(square);
            }

            foreach (var square in squares[s])
            {
                var share = core > 0 ? (coreShare * Core(square) / core) + ((1 - coreShare) * Country(square) / Math.Max(country, 1e-9)) : 0;
                land.People[square] = (float)(street.Weight * share);
                weight[s] += land.People[square];
            }

            double Core(int square) => Living(square) * Math.Exp(-Math.Pow(LandGrid.Middle(square).To(street.Seat) / radius, 2)) * (1 + (0.35 * texture.At(LandGrid.Middle(square))));
            double Country(int square) => Living(square) * (0.04 + Math.Pow(Math.Max(0, villages.At(LandGrid.Middle(square)) - 0.05), 1.5));
        }

        for (var d = 0; d < facts.Districts.Count; d++)
        {
            var streets = Enumerable.Range(0, facts.Streets.Count).Where(s => facts.Streets[s].District == d).ToArray();
            var scale = facts.Districts[d].Residents / streets.Sum(s => weight[s]);
            foreach (var s in streets)
                foreach (var square in squares[s])
                    land.People[square] = (float)(land.People[square] * scale);
        }

        double Living(int square) => (land.Ground[square] & Ground.Water) != 0 ? 0 : (land.Ground[square] & Ground.Hill) != 0 ? HillLiving : 1;
    }

    /// <summary>The wider the town, the more of its people live in villages.</summary>
    private static double CoreShare(double areaKm2) => Math.Clamp(0.68 - (0.0048 * areaKm2), 0.28, 0.64);

    /// <summary>The squares of each street, in raster order.</summary>
    public static List<int>[] Group(LandGrid land, int streets)
    {
        var squares = new List<int>[streets];
        for (var s = 0; s < streets; s++)
            squares[s] = [];
        for (var square = 0; square < land.Street.Length; square++)
            if (land.Street[square] != LandGrid.Outside)
                squares[land.Street[square]].Add(square);
        return squares;
    }
}
