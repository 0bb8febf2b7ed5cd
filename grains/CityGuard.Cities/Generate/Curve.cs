namespace CityGuard.Cities.Generate;

/// <summary>Makes hand-drawn lines look drawn: rivers flow, land borders wander. Ends stay where they are, so that neighbours still meet.</summary>
internal static class Curve
{
    /// <summary>Catmull-Rom through the points, each span cut into <paramref name="parts"/>.</summary>
    public static List<Spot> Flow(IReadOnlyList<Spot> line, int parts)
    {
        var closed = line[0] == line[^1];
        var result = new List<Spot> { line[0] };
        for (var i = 0; i + 1 < line.Count; i++)
        {
            var before = i > 0 ? line[i - 1] : closed ? line[^2] : line[0];
            var after = i + 2 < line.Count ? line[i + 2] : closed ? line[1] : line[^1];
            for (var k = 1; k < parts; k++)
                result.Add(Bend(before, line[i], line[i + 1], after, k / (double)parts));
            result.Add(line[i + 1]);
        }

        return result;
    }

    /// <summary>Midpoint displacement: each span is broken until it is shorter than <paramref name="shortest"/>.</summary>
    public static List<Spot> Wander(IReadOnlyList<Spot> line, double strength, double shortest, Chance chance)
    {
        var result = new List<Spot> { line[0] };
        for (var i = 0; i + 1 < line.Count; i++)
            Break(line[i], line[i + 1]);
        return result;

        void Break(Spot a, Spot b)
        {
            if (a.To(b) <= shortest)
            {
                result.Add(b);
                return;
            }

            var shift = chance.Between(-strength, strength);
            var middle = new Spot(((a.X + b.X) / 2) - ((b.Y - a.Y) * shift), ((a.Y + b.Y) / 2) + ((b.X - a.X) * shift));
            Break(a, middle);
            Break(middle, b);
        }
    }

    /// <summary>The same line as points not farther apart than <paramref name="step"/>.</summary>
    public static List<Spot> Resample(IReadOnlyList<Spot> line, double step)
    {
        var result = new List<Spot> { line[0] };
        for (var i = 0; i + 1 < line.Count; i++)
        {
            var parts = (int)Math.Ceiling(line[i].To(line[i + 1]) / step);
            for (var k = 1; k <= parts; k++)
                result.Add(Spot.Between(line[i], line[i + 1], k / (double)parts));
        }

        return result;
    }

    private static Spot Bend(Spot p0, Spot p1, Spot p2, Spot p3, double t)
    {
        double t2 = t * t, t3 = t2 * t;
        return new(Axis(p0.X, p1.X, p2.X, p3.X), Axis(p0.Y, p1.Y, p2.Y, p3.Y));

        double Axis(double a, double b, double c, double d)
            => 0.5 * ((2 * b) + ((c - a) * t) + (((2 * a) - (5 * b) + (4 * c) - d) * t2) + (((3 * b) - a - (3 * c) + d) * t3));
    }
}
