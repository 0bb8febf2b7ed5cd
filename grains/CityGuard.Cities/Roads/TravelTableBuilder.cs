using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Roads;

/// <summary>Makes the travel-time table of a city: from each cell's road node to the nodes of all cells within the outermost limit.</summary>
/// <remarks>
/// Time between two cells = max(access of one + time on the roads between their nodes + access of the other, mean of their two inner
/// times), rounded up to a decisecond; <see cref="CellLegs"/> says what access and inner times are.
/// </remarks>
public static class TravelTableBuilder
{
    /// <summary>Speed within a cell where the caller knows no better: 25 km/h, local streets with junctions.</summary>
    public const double DefaultInnerMetresPerSecond = 25 / 3.6;

    /// <summary>Builds the table on <paramref name="threads"/> threads; the result does not depend on how many.</summary>
    public static TravelTable Build(
        RoadGraph roads,
        CellTable cells,
        int limitSeconds,
        IProgress<double>? progress = null,
        int threads = 0,
        double innerMetresPerSecond = DefaultInnerMetresPerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limitSeconds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limitSeconds, (Travel.Beyond - 1) / 10);
        var legs = CellLegs.Of(roads, cells, innerMetresPerSecond);
        var rows = new TravelRow[cells.Count];
        var done = 0;
        Parallel.For(
            0,
            cells.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount },
            () => new TravelRowBuilder(roads, cells, legs, limitSeconds * 1000),
            (cell, _, builder) =>
            {
                rows[cell] = builder.Build(cell);
                var count = Interlocked.Increment(ref done);
                if (count % 256 == 0 || count == cells.Count)
                    progress?.Report((double)count / cells.Count);
                return builder;
            },
            _ => { });
        return new BuiltTravelTable(rows, limitSeconds);
    }
}
