using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Roads;

/// <summary>Makes the travel-time table of a city: from each cell's road node to the nodes of all cells within the outermost limit.</summary>
/// <remarks>
/// Time between two cells = max(time on the roads between their nodes, mean of their two inner times), rounded up to a decisecond.
/// The inner time of a cell is the mean distance between two random points of a square of its area (0.5214 of the side) times a
/// detour factor of 1.3, at the given inner speed: a responder and a call in one cell, or in two cells that share a node, are not at
/// the same spot, and in a large cell not near each other.
/// </remarks>
public static class TravelTableBuilder
{
    /// <summary>Speed within a cell where the caller knows no better: 25 km/h, local streets with junctions.</summary>
    public const double DefaultInnerMetresPerSecond = 25 / 3.6;

    private const double MeanDistanceInUnitSquare = 0.5214;
    private const double DetourFactor = 1.3;

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
        var inner = InnerMilliseconds(cells, innerMetresPerSecond);
        var rows = new TravelRow[cells.Count];
        var done = 0;
        Parallel.For(
            0,
            cells.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount },
            () => new TravelRowBuilder(roads, cells, inner, limitSeconds * 1000),
            (cell, _, builder) =>
            {
                rows[cell] = builder.Build(cell);
                var count = Interlocked.Increment(ref done);
                if (count % 256 == 0 || count == cells.Count)
                    progress?.Report((double)count / cells.Count);
                return builder;
            },
            _ => { });
        return new BuiltTravelTable(rows);
    }

    internal static int[] InnerMilliseconds(CellTable cells, double metresPerSecond)
    {
        var inner = new int[cells.Count];
        for (var cell = 0; cell < inner.Length; cell++)
        {
            var side = Math.Sqrt(Outline.SquareMetres(cells.Outlines[cell].AsSpan()));
            inner[cell] = (int)Math.Round(side * MeanDistanceInUnitSquare * DetourFactor / metresPerSecond * 1000);
        }

        return inner;
    }
}
