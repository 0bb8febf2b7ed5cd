namespace CityGuard.Domain.Geography;

/// <summary>A place on the earth in WGS 84 degrees.</summary>
/// <param name="Lon">Longitude, -180 to 180.</param>
/// <param name="Lat">Latitude, -90 to 90.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.GeoPoint")]
public readonly record struct GeoPoint([property: Id(0)] double Lon, [property: Id(1)] double Lat)
{
    private const double EarthRadiusMetres = 6_371_008.8; // IUGG mean radius R1

    /// <summary>True when both coordinates are finite and in range.</summary>
    public bool IsValid => double.IsFinite(Lon) && double.IsFinite(Lat) && Math.Abs(Lon) <= 180 && Math.Abs(Lat) <= 90;

    /// <summary>Great-circle distance in metres (haversine).</summary>
    public double MetresTo(GeoPoint other)
    {
        double phi1 = double.DegreesToRadians(Lat), phi2 = double.DegreesToRadians(other.Lat);
        var sinLat = Math.Sin((phi2 - phi1) / 2);
        var sinLon = Math.Sin(double.DegreesToRadians(other.Lon - Lon) / 2);
        var h = (sinLat * sinLat) + (Math.Cos(phi1) * Math.Cos(phi2) * sinLon * sinLon);
        return 2 * EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
