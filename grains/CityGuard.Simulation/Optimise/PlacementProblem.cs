namespace CityGuard.Simulation.Optimise;

/// <summary>What a placement is to make as good as possible.</summary>
public enum PlacementGoal
{
    /// <summary>Calls from where somebody stands within the ring (MCLP, Church and ReVelle 1974).</summary>
    Coverage,

    /// <summary>The same, expecting each to be busy for a share of the time (MEXCLP, Daskin 1983).</summary>
    ExpectedCoverage,

    /// <summary>Mean time to the nearest (p-median); what is beyond the table counts as the outermost limit.</summary>
    MeanTime,

    /// <summary>Coverage of the district that has the least.</summary>
    WorstDistrict,
}

/// <summary>A site and a place that it serves.</summary>
/// <param name="Place">Index of the place.</param>
/// <param name="Worth">What serving it is worth for a weight of 1: 1 when covered; for times the share of the limit that is saved.</param>
internal readonly record struct Service(int Place, double Worth);

/// <summary>
/// Choose some of the sites, each once. Those that hold somebody at present may be given up, but only so many. Places that are served at present from
/// elsewhere (by those who are not to be moved) count as served.
/// </summary>
internal sealed class PlacementProblem
{
    /// <summary>Weight of each place.</summary>
    public required double[] Weight { get; init; }

    /// <summary>By site: the places it serves.</summary>
    public required Service[][] Serves { get; init; }

    /// <summary>By site: somebody is there at present.</summary>
    public required bool[] Present { get; init; }

    /// <summary>How many sites are chosen.</summary>
    public required int Count { get; init; }

    /// <summary>At most so many of those present are given up.</summary>
    public required int Moves { get; init; }

    /// <summary>By place: how often it is served from elsewhere; null: never.</summary>
    public int[]? Elsewhere { get; init; }

    public int Sites => Serves.Length;

    /// <summary>Of those present, how many must stay.</summary>
    public int Kept => Math.Max(0, Present.Count(p => p) - Moves);

    /// <summary>The same sites with other weights.</summary>
    public PlacementProblem WithWeights(double[] weight)
        => new() { Weight = weight, Serves = Serves, Present = Present, Count = Count, Moves = Moves, Elsewhere = Elsewhere };
}
