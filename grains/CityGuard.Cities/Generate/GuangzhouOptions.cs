namespace CityGuard.Cities.Generate;

/// <summary>What to generate. The same options give the same bytes.</summary>
/// <param name="Seed">Seed of every random stream.</param>
/// <param name="Scale">Share of the full city's cells, beats, communities, responders and targets, 0.02 to 1; the 178 sectors and the roads stay.</param>
public sealed record GuangzhouOptions(ulong Seed = 20_251_122, double Scale = 1.0)
{
    internal int Count(int full) => Math.Max(1, (int)Math.Round(full * Scale, MidpointRounding.AwayFromZero));
}
