using CityGuard.Simulation.Statistics;

namespace CityGuard.Simulation.Runs;

/// <summary>How a question is asked.</summary>
/// <param name="Replications">Most replications, 2 to 100,000.</param>
/// <param name="Seed">Seed: the same seed, the same answer.</param>
/// <param name="Level">Level of the intervals, in (0, 1).</param>
/// <param name="Threads">Threads; 0: as many as there are cores. The answer does not depend on it.</param>
/// <param name="HalfWidth">Stops as soon as the half-width of the share within standard (of several scenarios: of the widest paired difference of it) is as small; null: never early.</param>
/// <param name="LeastReplications">It does not stop earlier than this.</param>
public sealed record RunOptions(int Replications = 40, ulong Seed = 1, double Level = 0.95, int Threads = 0, double? HalfWidth = null, int LeastReplications = 10)
{
    /// <summary>Why a question cannot be asked so; null when it can.</summary>
    public string? Objection()
        => Replications is < 2 or > 100_000 || Level is not (> 0 and < 1) || HalfWidth is <= 0 || Threads < 0
            ? "Replications are 2 to 100,000, the level lies between 0 and 1, and a half-width above 0." : null;
}

/// <summary>How far a run is.</summary>
/// <param name="Done">Replications whose figures count so far.</param>
/// <param name="Most">Most that will be played.</param>
/// <param name="Elapsed">Since it began.</param>
/// <param name="Current">The share within standard so far, by scenario.</param>
/// <param name="Differences">The paired difference of it against the first scenario, by scenario after the first.</param>
public sealed record RunProgress(int Done, int Most, TimeSpan Elapsed, IReadOnlyList<Estimate> Current, IReadOnlyList<Estimate> Differences)
{
    /// <summary>Share done, 0 to 1.</summary>
    public double Share => (double)Done / Most;

    /// <summary>Time left if the rest takes as long as what is done; null while nothing is.</summary>
    public TimeSpan? Left => Done == 0 ? null : Elapsed / Done * (Most - Done);
}
