using CityGuard.Cities;
using CityGuard.Cities.Sample;
using CityGuard.Grains.Hosting;

namespace CityGuard.Grains.Tests;

/// <summary>The sample city, shared: it is immutable.</summary>
internal static class TestCity
{
    private static readonly Lazy<CityIndex> _index = new(() => new CityIndex(SampleCity.Build()));

    /// <summary>Monday 10:00 in the city: schools are open.</summary>
    public static readonly DateTimeOffset MondayMorning = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    /// <summary>Monday 03:00 in the city: a school asks for nothing.</summary>
    public static readonly DateTimeOffset MondayNight = new(2026, 11, 22, 19, 0, 0, TimeSpan.Zero);

    public static CityIndex Index => _index.Value;

    public static CityModel City => Index.City;

    public static int Responder(string id) => City.TryResponder(id, out var index) ? index : throw new ArgumentException(id);

    public static int Sector(string id) => Index.TrySector(id, out var index) ? index : throw new ArgumentException(id);
}
