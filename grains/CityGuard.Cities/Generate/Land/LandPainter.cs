using CityGuard.Cities.Generate.Facts;

namespace CityGuard.Cities.Generate.Land;

/// <summary>Paints districts, streets, water and hills on the raster.</summary>
internal static class LandPainter
{
    public static LandGrid Paint(CityFacts facts, Spot[][] outlines, IReadOnlyList<(RiverFact River, List<Spot> Line)> rivers, IReadOnlyList<(HillFact Hill, Spot[] Ring)> hills)
    {
        var land = new LandGrid();
        for (var d = 0; d < outlines.Length; d++)
        {
            var seats = facts.Streets.Select((s, i) => (s, i)).Where(p => p.s.District == d).Select(p => (p.s.Seat, Index: (short)p.i)).ToArray();
            Scan(outlines[d], square => land.Street[square] = Nearest(seats, LandGrid.Middle(square)));
        }

        foreach (var (_, ring) in hills)
            Scan(ring, square => land.Ground[square] |= Ground.Hill);
        foreach (var (river, line) in rivers)
            Flood(land, river, line);
        return land;
    }

    /// <summary>Visits every square whose middle lies in a closed ring; squares on a shared border fall to exactly one side.</summary>
    public static void Scan(IReadOnlyList<Spot> ring, Action<int> visit)
    {
        var from = Math.Max(0, (int)(ring.Min(p => p.Y) / LandGrid.Side) - 1);
        var until = Math.Min(LandGrid.Rows, (int)(ring.Max(p => p.Y) / LandGrid.Side) + 2);
        var crossings = new List<double>();
        for (var row = from; row < until; row++)
        {
            var y = (row + 0.5) * LandGrid.Side;
            crossings.Clear();
            for (var i = 0; i + 1 < ring.Count; i++)
            {
                // Always computed from the lower end, so that both owners of a border get the same number.
                var (a, b) = ring[i].Y <= ring[i + 1].Y ? (ring[i], ring[i + 1]) : (ring[i + 1], ring[i]);
                if (a.Y <= y && b.Y > y)
                    crossings.Add(a.X + ((b.X - a.X) * (y - a.Y) / (b.Y - a.Y)));
            }

            crossings.Sort();
            for (var k = 0; k + 1 < crossings.Count; k += 2)
                for (var column = (int)Math.Ceiling((crossings[k] / LandGrid.Side) - 0.5); column < (int)Math.Ceiling((crossings[k + 1] / LandGrid.Side) - 0.5); column++)
                    if (column is >= 0 and < LandGrid.Columns)
                        visit((row * LandGrid.Columns) + column);
        }
    }

    private static short Nearest((Spot Seat, short Index)[] seats, Spot p)
    {
        var best = double.MaxValue;
        short street = LandGrid.Outside;
        foreach (var (seat, index) in seats)
        {
            var distance = ((seat.X - p.X) * (seat.X - p.X)) + ((seat.Y - p.Y) * (seat.Y - p.Y));
            if (distance < best)
                (best, street) = (distance, index);
        }

        return street;
    }

    private static void Flood(LandGrid land, RiverFact river, List<Spot> line)
    {
        var half = river.Width / 2;
        var kind = river.Width >= 1000 ? Ground.Water | Ground.Estuary : Ground.Water;
        var reach = (int)(half / LandGrid.Side) + 1;
        foreach (var p in Curve.Resample(line, LandGrid.Side / 2))
        {
            int column = (int)(p.X / LandGrid.Side), row = (int)(p.Y / LandGrid.Side);
            for (var y = Math.Max(0, row - reach); y <= Math.Min(LandGrid.Rows - 1, row + reach); y++)
                for (var x = Math.Max(0, column - reach); x <= Math.Min(LandGrid.Columns - 1, column + reach); x++)
                {
                    var square = (y * LandGrid.Columns) + x;
                    if (LandGrid.Middle(square).To(p) <= half)
                        land.Ground[square] = (land.Ground[square] & ~Ground.Hill) | kind;
                }
        }
    }
}
