using CityGuard.Domain.Geography;

namespace CityGuard.Cities;

/// <summary>Measures of a closed ring of points (first repeated at the end), small enough for the earth to be flat.</summary>
public static class Outline
{
    /// <summary>Metres per degree of latitude on the sphere of <see cref="GeoPoint.MetresTo"/>.</summary>
    public const double MetresPerDegree = 6_371_008.8 * Math.PI / 180;

    /// <summary>Area in square metres.</summary>
    public static double SquareMetres(ReadOnlySpan<GeoPoint> ring) => Math.Abs(SignedSquareMetres(ring));

    /// <summary>Area in square metres, positive when the ring runs counter-clockwise.</summary>
    public static double SignedSquareMetres(ReadOnlySpan<GeoPoint> ring)
    {
        if (ring.Length < 4)
            return 0;
        var origin = ring[0];
        var twice = 0.0;
        for (var i = 1; i < ring.Length; i++)
        {
            // Relative to the first point: absolute degrees would lose the digits that a small cell's area lives in.
            double x0 = ring[i - 1].Lon - origin.Lon, y0 = ring[i - 1].Lat - origin.Lat;
            double x1 = ring[i].Lon - origin.Lon, y1 = ring[i].Lat - origin.Lat;
            twice += (x0 * y1) - (x1 * y0);
        }

        return twice / 2 * MetresPerDegree * MetresPerDegree * Math.Cos(double.DegreesToRadians(origin.Lat));
    }

    /// <summary>True when the point is inside; each point on a shared edge belongs to one side only (even-odd rule, half-open).</summary>
    public static bool Contains(ReadOnlySpan<GeoPoint> ring, GeoPoint point)
    {
        var inside = false;
        for (var i = 1; i < ring.Length; i++)
        {
            // The edge is always taken from its lower end, so that both cells that share it round alike.
            var (low, high) = ring[i - 1].Lat <= ring[i].Lat ? (ring[i - 1], ring[i]) : (ring[i], ring[i - 1]);
            if (low.Lat > point.Lat || high.Lat <= point.Lat)
                continue;
            var cross = ((high.Lon - low.Lon) * (point.Lat - low.Lat)) - ((point.Lon - low.Lon) * (high.Lat - low.Lat));
            if (cross > 0)
                inside = !inside;
        }

        return inside;
    }
}
