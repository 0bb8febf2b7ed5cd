using CityGuard.Simulation.Chance;

namespace CityGuard.Simulation.Demand;

/// <summary>
/// One Poisson stream of incidents whose rate is constant within each hour of the week. An edit that brings more incidents is a source of its own and one
/// that brings fewer thins one out, so that the rest of the night stays what it was.
/// </summary>
internal sealed class DemandSource
{
    /// <summary>Number of its stream of chance.</summary>
    public required int Stream { get; init; }

    /// <summary>Expected incidents an hour, by hour of the week; by hour of the night when <see cref="ByNight"/>.</summary>
    public required double[] PerHour { get; init; }

    /// <summary>True: <see cref="PerHour"/> begins with the night and is zero after its end; false: it goes round by the week.</summary>
    public bool ByNight { get; init; }

    public required AliasTable Cells { get; init; }

    /// <summary>Cell of each column of <see cref="Cells"/>; null: its number.</summary>
    public int[]? CellOf { get; init; }

    public required AliasTable Mix { get; init; }

    /// <summary>Call type of each column of <see cref="Mix"/>.</summary>
    public required int[] CallOf { get; init; }

    /// <summary>What is kept of it.</summary>
    public IReadOnlyList<Thinning> Thinnings { get; init; } = [];
}

/// <summary>Keeps a share of the incidents of some types in some cells.</summary>
/// <param name="Share">Kept, 0 to 1.</param>
/// <param name="Calls">By call type; null: all.</param>
/// <param name="Cells">By cell; null: all.</param>
internal sealed record Thinning(double Share, bool[]? Calls, bool[]? Cells)
{
    public bool Concerns(int call, int cell) => (Calls is null || Calls[call]) && (Cells is null || Cells[cell]);
}

/// <summary>An incident given by hand.</summary>
internal readonly record struct GivenIncident(long At, int Cell, int Target, int Call, long? OnScene);
