using CityGuard.Domain.Areas;

namespace CityGuard.Domain.Roads;

/// <summary>Streams of roads: <c>n-</c> and the id of the city.</summary>
public static class RoadStream
{
    private const string Prefix = "n-";

    /// <summary>The stream of a city.</summary>
    public static string Of(AreaId city) => Prefix + city.Value;

    /// <summary>True for such a stream.</summary>
    public static bool Is(string stream) => stream.StartsWith(Prefix, StringComparison.Ordinal) && AreaId.TryParse(stream[Prefix.Length..], out _);
}
