using CityGuard.Cities.Generate.Facts;

namespace CityGuard.Cities.Generate;

/// <summary>The running number of a station in its district: <c>440104-03</c>.</summary>
internal static class SectorCode
{
    public static string Of(CityFacts facts, int street)
    {
        var district = facts.Streets[street].District;
        var number = 1 + Enumerable.Range(0, street).Count(s => facts.Streets[s].District == district);
        return $"{facts.Districts[district].Code}-{number:D2}";
    }
}
