using CityGuard.Cities.Roads;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Import.Files;

/// <summary>Finds the cell of a place, and says what is wrong when there is none.</summary>
internal static class Placed
{
    public static int? In(CellLocator locator, CellTable cells, GeoPoint place, InputRow row)
    {
        if (locator.TryLocate(place, out var cell))
            return cell;
        new NodeLocator(cells.Centres.AsMemory()).Nearest(place, out var metres);
        var swapped = locator.TryLocate(new GeoPoint(place.Lat, place.Lon), out _) ? "; with lon and lat exchanged it would lie inside" : "";
        row.Fault("lon, lat", FormattableString.Invariant($"{place.Lon:F5}, {place.Lat:F5} lies outside the city, {metres / 1000:F1} km from the nearest cell{swapped}"));
        return null;
    }
}
