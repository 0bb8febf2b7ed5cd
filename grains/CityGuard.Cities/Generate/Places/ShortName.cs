using CityGuard.Cities.Generate.Facts;

namespace CityGuard.Cities.Generate.Places;

/// <summary>The bare name of a street or town, as it stands in the names of stations, schools and squads.</summary>
internal static class ShortName
{
    private static readonly string[] Endings = ["街道", "镇", "水库", "林场"];

    public static string Zh(StreetFact street)
        => Endings.FirstOrDefault(e => street.Name.Zh.EndsWith(e, StringComparison.Ordinal)) is { } ending ? street.Name.Zh[..^ending.Length] : street.Name.Zh;

    public static string Full(StreetFact street) => street.Name.Zh switch
    {
        var zh when zh.EndsWith("街道", StringComparison.Ordinal) => $"{street.Name.En} Subdistrict",
        var zh when zh.EndsWith('镇') => $"{street.Name.En} Town",
        _ => street.Name.En,
    };

    public static string Zh(DistrictFact district) => district.Name.Zh[..^1];
}
