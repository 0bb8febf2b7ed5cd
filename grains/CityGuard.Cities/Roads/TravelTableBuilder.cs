using CityGuard.Cities.Roads.Hierarchy;
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

    private const int HierarchyLimitSeconds = Sweep.MostTicks * RoadGraph.TickMilliseconds / 1000;

    /// <summary>Builds the table on <paramref name="threads"/> threads; the result does not depend on how many.</summary>
    /// <param name="hierarchy">A hierarchy of just this network; null: it is built.</param>
    public static TravelTable Build(
        RoadGraph roads,
        CellTable cells,
        int limitSeconds,
        IProgress<double>? progress = null,
        int threads = 0,
        double innerMetresPerSecond = DefaultInnerMetresPerSecond,
        ContractionHierarchy? hierarchy = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limitSeconds);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limitSeconds, (Travel.Beyond - 1) / 10);
        var legs = CellLegs.Of(roads, cells, innerMetresPerSecond);
        var rows = new TravelRow[cells.Count];
        var done = 0;
        // Beyond what 16-bit lanes hold, each cell has a search of its own: no city has asked for it yet.
        Func<ITravelRows> builder = limitSeconds <= HierarchyLimitSeconds
            ? Sweeping(hierarchy ?? ContractionHierarchy.Build(roads), roads, cells, legs, limitSeconds * 1000)
            : () => new SearchedRows(roads, cells, legs, limitSeconds * 1000);
        Parallel.For(
            0,
            (cells.Count + Sweep.Lanes - 1) / Sweep.Lanes,
            new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount },
            builder,
            (batch, _, own) =>
            {
                var origins = new Range(batch * Sweep.Lanes, Math.Min(cells.Count, (batch + 1) * Sweep.Lanes));
                own.Build(origins, rows);
                progress?.Report((double)Interlocked.Add(ref done, origins.End.Value - origins.Start.Value) / cells.Count);
                return own;
            },
            own => own.Dispose());
        return new BuiltTravelTable(rows, limitSeconds);
    }

    private static Func<ITravelRows> Sweeping(ContractionHierarchy hierarchy, RoadGraph roads, CellTable cells, CellLegs legs, int limitMilliseconds)
    {
        var plan = SweepPlan.Of(hierarchy, roads, cells.Node.AsSpan());
        return () => new SweptRows(plan, cells, legs, limitMilliseconds);
    }
}

/// <summary>Builds rows of a table on one thread.</summary>
internal interface ITravelRows : IDisposable
{
    /// <summary>Builds the rows of at most <see cref="Sweep.Lanes"/> origins.</summary>
    void Build(Range origins, TravelRow[] rows);
}
