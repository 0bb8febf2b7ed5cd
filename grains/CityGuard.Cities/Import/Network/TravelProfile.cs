using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using CityGuard.Cities.Roads;

namespace CityGuard.Cities.Import.Network;

/// <summary>How one kind of traveller uses the roads. Data: <c>travel-profiles.json</c>; the figures there are ours.</summary>
/// <param name="OnFoot">On foot: both ways on every road, at one speed.</param>
/// <param name="Access">Access tags that speak of it, the most particular first.</param>
/// <param name="Private">May use private roads and open gates.</param>
/// <param name="BusLanes">May use busways, and drive against a one-way that buses may.</param>
/// <param name="IgnoredTurns">Kinds of turn ban that it need not obey.</param>
/// <param name="Exceptions">It is meant when a turn ban excepts one of these.</param>
/// <param name="SpeedFactor">Against an ordinary car.</param>
/// <param name="FastestKmh">It is never faster.</param>
/// <param name="SignalSeconds">Mean loss at a traffic signal.</param>
internal sealed record TravelProfile(
    bool OnFoot,
    ImmutableArray<string> Access,
    bool Private,
    bool BusLanes,
    ImmutableArray<string> IgnoredTurns,
    ImmutableArray<string> Exceptions,
    double SpeedFactor,
    double FastestKmh,
    double SignalSeconds);

/// <summary>How a kind of road counts.</summary>
/// <param name="Class">Class in the city.</param>
/// <param name="Share">Mean speed of a car that is under way, as a share of the speed limit.</param>
/// <param name="Bus">Only who may use bus lanes.</param>
/// <param name="Emergency">Only who may use private roads: emergency vehicles drive on pedestrian streets.</param>
internal sealed record HighwayTerms(RoadClass Class, double Share, bool Bus = false, bool Emergency = false);

/// <summary>All profiles, kinds of road, and speed limits by country.</summary>
internal sealed record TravelProfiles(
    ImmutableDictionary<string, TravelProfile> Profiles,
    ImmutableDictionary<string, HighwayTerms> Highways,
    ImmutableArray<string> Paths,
    ImmutableDictionary<string, ImmutableDictionary<string, double>> Limits)
{
    private static readonly Lazy<TravelProfiles> _standard = new(() =>
    {
        using var stream = typeof(TravelProfiles).Assembly.GetManifestResourceStream("CityGuard.Cities.Import.travel-profiles.json")
            ?? throw new InvalidOperationException("The travel profiles are not in the assembly.");
        return JsonSerializer.Deserialize(stream, TravelProfilesJson.Default.TravelProfiles)!;
    });

    public static TravelProfiles Standard => _standard.Value;

    /// <summary>Speed limit in km/h of a kind of road, or of <c>urban</c> or <c>rural</c> roads; a country that is not known has the default ones.</summary>
    public double Limit(string country, string kind)
    {
        var road = kind.EndsWith("_link", StringComparison.Ordinal) ? kind[..^5] : kind;
        return Limits.GetValueOrDefault(country)?.TryGetValue(road, out var own) == true ? own : Limits["default"][road];
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(TravelProfiles))]
internal sealed partial class TravelProfilesJson : JsonSerializerContext;
