using CityGuard.Domain.Areas;

namespace CityGuard.Cities.Import;

/// <summary>How built-up a place is, by its residents: the bounds of urban centre and urban cluster in the Degree of Urbanisation (EU, UN).</summary>
internal static class Density
{
    private const double UrbanPerSquareKm = 1500, SuburbanPerSquareKm = 300;

    public static CellSetting Setting(double perSquareKm)
        => perSquareKm >= UrbanPerSquareKm ? CellSetting.Urban : perSquareKm >= SuburbanPerSquareKm ? CellSetting.Suburban : CellSetting.Rural;
}
