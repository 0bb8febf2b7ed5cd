using CityGuard.Domain.Scenarios;
using Orleans.Concurrency;

namespace CityGuard.Grains.Scenarios;

/// <summary>Plays blocks of runs on one silo, and keeps them until the run is over: whoever asks again gets them at once. Keyed by the silo's address.</summary>
[Alias("CityGuard.Grains.IPlayerGrain")]
internal interface IPlayerGrain : IGrainWithStringKey
{
    /// <summary>Plays a block. It takes as long as it takes.</summary>
    [Alias("Play"), AlwaysInterleave, ResponseTimeout("06:00:00")]
    Task<PlayedBlock> Play(string run, RunQuestion question, int first, int count);

    /// <summary>Blocks of a run that are played and kept here.</summary>
    [Alias("Kept"), AlwaysInterleave]
    Task<IReadOnlyList<KeptBlock>> Kept(string run);

    /// <summary>The run is over: what is kept of it goes, and what is being played of it ends.</summary>
    [Alias("Forget"), OneWay, AlwaysInterleave]
    Task Forget(string run);
}

/// <summary>A block of a run.</summary>
/// <param name="Bytes">See <see cref="Simulation.Runs.RunBlock.ToBytes"/>; null: it cannot be played.</param>
/// <param name="Fault">Why not.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.PlayedBlock")]
internal sealed record PlayedBlock([property: Id(0)] byte[]? Bytes, [property: Id(1)] string? Fault = null);

/// <summary>Which replications a kept block holds.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.KeptBlock")]
internal readonly record struct KeptBlock([property: Id(0)] int First, [property: Id(1)] int Count);
