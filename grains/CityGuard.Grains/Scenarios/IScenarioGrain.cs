using CityGuard.Abstractions;
using CityGuard.Abstractions.Scenarios;
using Orleans.Concurrency;

namespace CityGuard.Grains.Scenarios;

/// <summary>A saved scenario with its versions. Keyed by scenario id.</summary>
[Alias("CityGuard.Grains.IScenarioGrain")]
internal interface IScenarioGrain : IGrainWithStringKey
{
    /// <summary>Saves a version that the door has found playable. Journaled before it answers.</summary>
    /// <param name="packed">Its text, see <see cref="ScenarioText"/>.</param>
    [Alias("Save")]
    Task<Answer<ScenarioLine>> Save(byte[] packed, string name, string note, int? ifVersion, string by, string command);

    /// <summary>Takes it off the list. Journaled before it answers.</summary>
    [Alias("Discard")]
    Task<Answer<ScenarioLine>> Discard(string why, string by, string command);

    /// <summary>Its latest version; null: there is none, or it was taken off the list.</summary>
    [Alias("Line"), AlwaysInterleave]
    Task<ScenarioLine?> Line();

    /// <summary>A version, 0 for the latest; null: there is none.</summary>
    [Alias("Version"), AlwaysInterleave]
    Task<KeptScenario?> Version(int version);
}

/// <summary>A version as it is kept.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.KeptScenario")]
internal sealed record KeptScenario([property: Id(0)] ScenarioLine Line, [property: Id(1)] byte[] Packed);
