using CityGuard.Cities.Generate.Facts;
using CityGuard.Cities.Generate.Land;
using CityGuard.Domain.Areas;

namespace CityGuard.Cities.Generate.Cells;

/// <summary>What kind of place a cell is, judged from the map alone, never from what the boards say of it.</summary>
internal static class CellCharacter
{
    /// <summary>The thresholds of the Degree of Urbanisation (UN Statistical Commission, 2020): urban centre 1,500 and urban cluster 300 people per km2.</summary>
    private const double UrbanPerKm2 = 1_500, SuburbanPerKm2 = 300;

    /// <summary>Farther than this from the nearest station a cell is listed as fringe.</summary>
    private const double FarMetres = 3_300;

    public static CellSetting Setting(double density)
        => density >= UrbanPerKm2 ? CellSetting.Urban : density >= SuburbanPerKm2 ? CellSetting.Suburban : CellSetting.Rural;

    /// <summary>Hill or water at the site, an island that no bridge serves (the nearest road is far or over water), or far from every station.</summary>
    public static bool IsFringe(CellDraft cell, Spot node, LandGrid land, CityFacts facts)
        => land.GroundAt(cell.Site) is var ground && (ground & (Ground.Hill | Ground.Water)) != 0
            || cell.Site.To(node) > 900
            || (cell.Site.To(node) > 250 && WaterBetween(land, cell.Site, node))
            || facts.Streets.All(s => cell.Site.To(s.Seat) > FarMetres);

    private static bool WaterBetween(LandGrid land, Spot a, Spot b)
    {
        for (var k = 0; k <= 20; k++)
            if ((land.GroundAt(Spot.Between(a, b, k / 20.0)) & Ground.Water) != 0)
                return true;
        return false;
    }
}
