namespace CityGuard.Domain.Geography;

/// <summary>
/// The two shifted reference systems of maps in China, to and from WGS 84. GCJ-02 is not published; the formulas are those that the
/// open-source world has recovered and uses everywhere (eviltransform, coordtransform). Ours invert them by iteration, to under 0.1 m.
/// </summary>
public static class ChinaDatum
{
    // Krasovsky 1940, whose radius and eccentricity GCJ-02 uses.
    private const double Radius = 6_378_245.0;
    private const double EccentricitySquared = 0.00669342162296594323;
    private const double BaiduAngle = Math.PI * 3000.0 / 180.0;

    /// <summary>GCJ-02 (Gaode, Tencent) from WGS 84. Outside the box around China both are the same.</summary>
    public static GeoPoint Gcj02FromWgs84(GeoPoint wgs84)
    {
        if (wgs84.Lon is < 72.004 or > 137.8347 || wgs84.Lat is < 0.8293 or > 55.8271)
            return wgs84;
        double x = wgs84.Lon - 105, y = wgs84.Lat - 35;
        var phi = double.DegreesToRadians(wgs84.Lat);
        var sin = Math.Sin(phi);
        var magic = 1 - (EccentricitySquared * sin * sin);
        var root = Math.Sqrt(magic);
        var north = Northward(x, y) / (Radius * (1 - EccentricitySquared) / (magic * root));
        var east = Eastward(x, y) / (Radius / root * Math.Cos(phi));
        return new GeoPoint(wgs84.Lon + double.RadiansToDegrees(east), wgs84.Lat + double.RadiansToDegrees(north));
    }

    /// <summary>WGS 84 from GCJ-02.</summary>
    public static GeoPoint Wgs84FromGcj02(GeoPoint gcj02) => Invert(Gcj02FromWgs84, gcj02);

    /// <summary>BD-09 (Baidu) from WGS 84.</summary>
    public static GeoPoint Bd09FromWgs84(GeoPoint wgs84) => Bd09FromGcj02(Gcj02FromWgs84(wgs84));

    /// <summary>WGS 84 from BD-09.</summary>
    public static GeoPoint Wgs84FromBd09(GeoPoint bd09) => Wgs84FromGcj02(Invert(Bd09FromGcj02, bd09));

    /// <summary>Reads a point of the named system; false when the system is unknown. Null or <c>WGS84</c>: as it is.</summary>
    /// <param name="crs"><c>WGS84</c>, <c>GCJ02</c> or <c>BD09</c>, in any case of letters.</param>
    public static bool TryToWgs84(string? crs, GeoPoint point, out GeoPoint wgs84)
    {
        GeoPoint? read = crs?.ToUpperInvariant() switch
        {
            null or "WGS84" => point,
            "GCJ02" => Wgs84FromGcj02(point),
            "BD09" => Wgs84FromBd09(point),
            _ => null,
        };
        wgs84 = read ?? default;
        return read is not null;
    }

    private static GeoPoint Bd09FromGcj02(GeoPoint gcj02)
    {
        var radius = Math.Sqrt((gcj02.Lon * gcj02.Lon) + (gcj02.Lat * gcj02.Lat)) + (0.00002 * Math.Sin(gcj02.Lat * BaiduAngle));
        var angle = Math.Atan2(gcj02.Lat, gcj02.Lon) + (0.000003 * Math.Cos(gcj02.Lon * BaiduAngle));
        return new GeoPoint((radius * Math.Cos(angle)) + 0.0065, (radius * Math.Sin(angle)) + 0.006);
    }

    /// <summary>The shift changes slowly with the place, so each round of "guess minus error" gains some digits.</summary>
    private static GeoPoint Invert(Func<GeoPoint, GeoPoint> shift, GeoPoint shifted)
    {
        var guess = shifted;
        for (var round = 0; round < 20; round++)
        {
            var error = shift(guess);
            double lon = error.Lon - shifted.Lon, lat = error.Lat - shifted.Lat;
            guess = new GeoPoint(guess.Lon - lon, guess.Lat - lat);
            if (Math.Abs(lon) < 1e-10 && Math.Abs(lat) < 1e-10)
                break;
        }

        return guess;
    }

    private static double Northward(double x, double y)
        => -100 + (2 * x) + (3 * y) + (0.2 * y * y) + (0.1 * x * y) + (0.2 * Math.Sqrt(Math.Abs(x)))
            + Waves(6 * x, 20, 2 * x, 20) + Waves(y, 20, y / 3, 40) + Waves(y / 12, 160, y / 30, 320);

    private static double Eastward(double x, double y)
        => 300 + x + (2 * y) + (0.1 * x * x) + (0.1 * x * y) + (0.1 * Math.Sqrt(Math.Abs(x)))
            + Waves(6 * x, 20, 2 * x, 20) + Waves(x, 20, x / 3, 40) + Waves(x / 12, 150, x / 30, 300);

    private static double Waves(double halfTurns1, double height1, double halfTurns2, double height2)
        => ((height1 * Math.Sin(halfTurns1 * Math.PI)) + (height2 * Math.Sin(halfTurns2 * Math.PI))) * 2 / 3;
}
