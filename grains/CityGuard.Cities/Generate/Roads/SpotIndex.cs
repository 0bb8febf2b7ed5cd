namespace CityGuard.Cities.Generate.Roads;

/// <summary>Nearest of a set of points, by buckets.</summary>
internal sealed class SpotIndex
{
    private const double Side = 400;
    private const int Columns = (int)(Plane.Width / Side) + 2, Rows = (int)(Plane.Height / Side) + 2;
    private readonly IReadOnlyList<Spot> _spots;
    private readonly List<int>?[] _buckets = new List<int>?[Columns * Rows];

    public SpotIndex(IReadOnlyList<Spot> spots, Func<int, bool> include)
    {
        _spots = spots;
        for (var i = 0; i < spots.Count; i++)
            if (include(i))
                (_buckets[(Row(spots[i]) * Columns) + Column(spots[i])] ??= []).Add(i);
    }

    /// <summary>The nearest point within <paramref name="limit"/> that <paramref name="fits"/>; -1 when there is none. Ties go to the lower index.</summary>
    public int Nearest(Spot p, double limit, Func<int, bool>? fits = null)
    {
        var best = -1;
        var nearest = limit;
        int column = Column(p), row = Row(p);
        for (var ring = 0; (ring - 1) * Side <= nearest && ring < Rows; ring++)
            for (var y = row - ring; y <= row + ring; y++)
                for (var x = column - ring; x <= column + ring; x += y == row - ring || y == row + ring ? 1 : Math.Max(1, 2 * ring))
                    if (x is >= 0 and < Columns && y is >= 0 and < Rows && _buckets[(y * Columns) + x] is { } bucket)
                        foreach (var i in bucket)
                            if (_spots[i].To(p) is var d && (d < nearest || (d == nearest && i < best)) && (fits is null || fits(i)))
                                (nearest, best) = (d, i);
        return best;
    }

    private static int Column(Spot p) => Math.Clamp((int)(p.X / Side), 0, Columns - 1);

    private static int Row(Spot p) => Math.Clamp((int)(p.Y / Side), 0, Rows - 1);
}
