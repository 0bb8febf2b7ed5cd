using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Geography;
using CityGuard.Grains.Hosting;

namespace CityGuard.Grains.Front;

/// <summary>A place found in the city: its point, its cell, and its target when it is one (-1: none).</summary>
internal readonly record struct Located(GeoPoint Place, int Cell, int Target);

/// <summary>Turns what callers say of a place into a cell of the city.</summary>
internal static class Places
{
    public static Answer<Located> Locate(this CityIndex index, Location? location)
    {
        var byPoint = location?.Lat is not null || location?.Lon is not null;
        if (location is null || (byPoint ? 1 : 0) + (location.Target is null ? 0 : 1) + (location.Cell is null ? 0 : 1) != 1)
            return Malformed("location needs exactly one of lat and lon, target, cell");
        if (location.Crs is not null && !byPoint)
            return Malformed("location.crs belongs to lat and lon");
        if (location.Target is { } target)
            return index.City.TryTarget(target, out var t)
                ? new Located(index.City.Targets[t].Place, index.TargetCell[t], t)
                : Impossible($"location.target: the city has no target '{Short(target)}'");
        if (location.Cell is { } cell)
            return index.City.TryCell(cell, out var c)
                ? new Located(index.City.Cells.Centres[c], c, -1)
                : Impossible($"location.cell: the city has no cell '{Short(cell)}'");
        return location is { Lat: { } lat, Lon: { } lon }
            ? index.Locate(lat, lon, location.Crs)
            : Malformed("location needs both lat and lon");
    }

    public static Answer<Located> Locate(this CityIndex index, double lat, double lon, string? crs)
    {
        var given = new GeoPoint(lon, lat);
        if (!given.IsValid)
            return Malformed("lat must be -90 to 90 and lon -180 to 180");
        if (!ChinaDatum.TryToWgs84(crs, given, out var place))
            return Malformed($"crs '{Short(crs!)}' is none of WGS84, GCJ02, BD09");
        return index.City.Locator.TryLocate(place, out var cell)
            ? new Located(place, cell, -1)
            : Impossible("the place lies outside the city");
    }

    public static string Short(string text) => text.Length <= 64 ? text : text[..64] + "...";

    private static Refusal Malformed(string reason) => new(RefusalCode.Malformed, reason);

    private static Refusal Impossible(string reason) => new(RefusalCode.Unprocessable, reason);
}
