namespace CityGuard.Grains.Areas.Counters;

/// <summary>What a sector knows of its calls now.</summary>
/// <param name="CaughtUp">It has heard of every incident that the journal lists as open, and its books are written: the figures are all there is.</param>
/// <param name="Open">Open incidents.</param>
/// <param name="Late">Of which late.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.SectorCalls")]
internal sealed record SectorCalls([property: Id(0)] bool CaughtUp, [property: Id(1)] int Open, [property: Id(2)] int Late);
