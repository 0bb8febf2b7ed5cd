using CityGuard.Cities.Generate.Facts;
using CityGuard.Cities.Generate.Land;
using CityGuard.Domain.Areas;

namespace CityGuard.Cities.Generate.Cells;

/// <summary>What kind of place a cell is, judged from the map alone, never from what the boards say of it.</summary>
internal static class CellCharacter
{
    private const double UrbanPerKm2 = 3_500, SuburbanPerKm2 = 700;

    /// <summary>Farther than this from the station's seat a country cell is listed as fringe.</summary>
    public const double FarMetres = 5_000;

    public static CellSetting Setting(double density)
        => density >= UrbanPerKm2 ? CellSetting.Urban : density >= SuburbanPerKm2 ? CellSetting.Suburban : CellSetting.Rural;

    /// <summary>Hill or water at the site, an island that no bridge serves (the nearest road is far or over water), or country far from its station.</summary>
    public static bool IsFringe(CellDraft cell, Spot node, double density, LandGrid land, StreetFact street)
        => land.GroundAt(cell.Site) is var ground && (ground & (Ground.Hill | Ground.Water)) != 0
            || cell.Site.To(node) > 900
            || (cell.Site.To(node) > 250 && WaterBetween(land, cell.Site, node))
            || (Setting(density) != CellSetting.Urban && cell.Site.To(street.Seat) > FarMetres);

    private static bool WaterBetween(LandGrid land, Spot a, Spot b)
    {
        for (var k = 0; k <= 20; k++)
            if ((land.GroundAt(Spot.Between(a, b, k / 20.0)) & Ground.Water) != 0)
                return true;
        return false;
    }
}
