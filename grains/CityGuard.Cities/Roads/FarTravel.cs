using CityGuard.Cities.Roads.Hierarchy;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Roads;

/// <summary>Travel times between cells however far apart, a few cells to all at a time: what the table would say had it no outermost limit. Safe from many threads.</summary>
public sealed class FarTravel(ContractionHierarchy hierarchy, RoadGraph roads, CellTable cells, double metresPerSecond)
{
    private const int MostTicks = ((Travel.Beyond - 1) * 100 / RoadGraph.TickMilliseconds) - 100_000; // what access and inner times add still fits

    private readonly CellLegs _legs = CellLegs.Of(roads, cells, metresPerSecond);
    private readonly Lazy<FarSweep> _from = new(() => new FarSweep(hierarchy, cells.Node.AsSpan()));
    private readonly Lazy<FarSweep> _to = new(() => new FarSweep(hierarchy, cells.Node.AsSpan(), reversed: true));

    /// <summary>Deciseconds from some cells to each cell; <see cref="Travel.Beyond"/>: no way, or one of 109 minutes and more.</summary>
    public ushort[][] From(ReadOnlySpan<int> some) => Times(_from.Value, some);

    /// <summary>Deciseconds to some cells from each cell.</summary>
    public ushort[][] To(ReadOnlySpan<int> some) => Times(_to.Value, some);

    private ushort[][] Times(FarSweep sweep, ReadOnlySpan<int> some)
    {
        var times = new ushort[some.Length][];
        var ticks = new int[cells.Count * FarSweep.Lanes];
        Span<int> nodes = stackalloc int[FarSweep.Lanes];
        for (var begin = 0; begin < some.Length; begin += FarSweep.Lanes)
        {
            var lanes = Math.Min(FarSweep.Lanes, some.Length - begin);
            for (var lane = 0; lane < lanes; lane++)
                nodes[lane] = cells.Node[some[begin + lane]];
            sweep.Run(nodes[..lanes], cells.Node.AsSpan(), ticks);
            for (var lane = 0; lane < lanes; lane++)
            {
                var row = times[begin + lane] = new ushort[cells.Count];
                for (var other = 0; other < row.Length; other++)
                    row[other] = ticks[(other * FarSweep.Lanes) + lane] is var time && time > MostTicks
                        ? Travel.Beyond
                        : (ushort)((_legs.Between(some[begin + lane], other, time * RoadGraph.TickMilliseconds) + 99) / 100);
            }
        }

        return times;
    }
}
