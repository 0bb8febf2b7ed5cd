using CsCheck;

namespace CityGuard.Grains.Tests.Protocol;

/// <summary>As many walks as one wants from one seed. The seed of any of them starts a run with that walk.</summary>
internal sealed class Walks(PCG first)
{
    private const ulong Apart = 0x9E3779B97F4A7C15; // neighbouring seeds would draw alike

    /// <summary>From the seed in <c>CsCheck_Seed</c>; without one, from a seed that no run has had.</summary>
    public static Walks OfThisRun() => Environment.GetEnvironmentVariable("CsCheck_Seed") is { Length: > 0 } seed ? From(seed) : new Walks(PCG.ThreadPCG);

    public static Walks From(string seed) => new(PCG.Parse(seed));

    public string Seed(long walk) => At(walk).ToString();

    public Draw[] Draws(long walk) => Draw.Walks.Generate(At(walk), null, out _);

    private PCG At(long walk) => new(first.Stream, first.Seed + (Apart * (ulong)walk));
}
