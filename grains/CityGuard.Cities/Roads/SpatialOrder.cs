using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Roads;

/// <summary>Places along a curve that fills the plane (Morton): near points mostly get near keys.</summary>
internal static class SpatialOrder
{
    public static uint[] Keys(ReadOnlySpan<GeoPoint> points)
    {
        double west = double.MaxValue, south = double.MaxValue, east = double.MinValue, north = double.MinValue;
        foreach (var point in points)
        {
            (west, east) = (Math.Min(west, point.Lon), Math.Max(east, point.Lon));
            (south, north) = (Math.Min(south, point.Lat), Math.Max(north, point.Lat));
        }

        var side = Math.Max(1e-9, Math.Max(east - west, north - south));
        var keys = new uint[points.Length];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = Spread((points[i].Lon - west) / side) | (Spread((points[i].Lat - south) / side) << 1);
        return keys;
    }

    private static uint Spread(double share)
    {
        var v = (uint)(share * ushort.MaxValue);
        v = (v | (v << 8)) & 0x00FF_00FF;
        v = (v | (v << 4)) & 0x0F0F_0F0F;
        v = (v | (v << 2)) & 0x3333_3333;
        return (v | (v << 1)) & 0x5555_5555;
    }
}
