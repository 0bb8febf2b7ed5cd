using CityGuard.Domain.Plans;

namespace CityGuard.Silo.Commands;

/// <summary>What the host was asked to do.</summary>
internal sealed record CityOptions
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Where to listen.</summary>
    public string Urls { get; init; } = DefaultUrl;

    /// <summary>Journal, vault, keys and compiled default city.</summary>
    public string Data { get; init; } = "data";

    /// <summary>Folder of a compiled city package; null: the default city, compiled on the first run.</summary>
    public string? City { get; init; }

    /// <summary>Play the field: callers, patrols and crews, through the SDK.</summary>
    public bool Field { get; init; } = true;

    /// <summary>How much goes by itself where no area has said otherwise.</summary>
    public DispatchMode Mode { get; init; } = DispatchMode.Automatic;
}
