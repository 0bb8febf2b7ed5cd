using CityGuard.Domain.Areas;

namespace CityGuard.Domain.Deployments;

/// <summary>Streams of posts moved live: <c>w-</c> and the id of the city.</summary>
public static class DeploymentStream
{
    private const string Prefix = "w-";

    /// <summary>The stream of a city.</summary>
    public static string Of(AreaId city) => Prefix + city.Value;

    /// <summary>True for such a stream.</summary>
    public static bool Is(string stream) => stream.StartsWith(Prefix, StringComparison.Ordinal) && AreaId.TryParse(stream[Prefix.Length..], out _);
}
