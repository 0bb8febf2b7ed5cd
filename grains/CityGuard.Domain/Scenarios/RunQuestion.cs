namespace CityGuard.Domain.Scenarios;

/// <summary>A version of a saved scenario.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Version">Its version, from 1.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.ScenarioRef")]
public sealed record ScenarioRef([property: Id(0)] string Id, [property: Id(1)] int Version);

/// <summary>A question asked of scenarios.</summary>
/// <param name="Scenarios">Which, 1 to 8; the first is what the others are compared with.</param>
/// <param name="WithPresent">True: the base of the first, with nothing changed, is played too, and all are compared with that.</param>
/// <param name="Replications">Most replications, 2 to 100,000.</param>
/// <param name="Seed">Seed: the same seed, the same answer.</param>
/// <param name="Level">Level of the intervals, in (0, 1).</param>
/// <param name="HalfWidth">Stops as soon as the half-width of the share within standard, or of its widest difference, is as small; null: never early.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.RunQuestion")]
public sealed record RunQuestion(
    [property: Id(0)] IReadOnlyList<ScenarioRef> Scenarios,
    [property: Id(1)] bool WithPresent = true,
    [property: Id(2)] int Replications = 40,
    [property: Id(3)] ulong Seed = 1,
    [property: Id(4)] double Level = 0.95,
    [property: Id(5)] double? HalfWidth = null);
