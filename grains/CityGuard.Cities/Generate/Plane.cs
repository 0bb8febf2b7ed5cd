using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Generate;

/// <summary>A point in metres east and north of the city's south-west corner.</summary>
internal readonly record struct Spot(double X, double Y)
{
    public double To(Spot other) => Math.Sqrt(((X - other.X) * (X - other.X)) + ((Y - other.Y) * (Y - other.Y)));

    public static Spot Between(Spot a, Spot b, double t) => new(a.X + ((b.X - a.X) * t), a.Y + ((b.Y - a.Y) * t));
}

/// <summary>Flat metres for a city of 150 km: equirectangular at the middle latitude, wrong by less than 0.5 % at its edges.</summary>
internal static class Plane
{
    /// <summary>Extent of the plane in metres; it holds the whole city with a margin.</summary>
    public const double Width = 118_400, Height = 161_600;

    private const double Lon0 = 112.93, Lat0 = 22.49, MetresPerDegree = 111_195.08;
    private static readonly double Narrowing = Math.Cos(double.DegreesToRadians(23.2));

    public static Spot Of(double lon, double lat) => new((lon - Lon0) * MetresPerDegree * Narrowing, (lat - Lat0) * MetresPerDegree);

    /// <summary>Back to degrees, rounded to about a decimetre so that texts and bytes stay short and equal.</summary>
    public static GeoPoint Geo(Spot spot) => new(
        Math.Round(Lon0 + (spot.X / (MetresPerDegree * Narrowing)), 6),
        Math.Round(Lat0 + (spot.Y / MetresPerDegree), 6));
}
