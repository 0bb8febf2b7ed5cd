using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Roads;

/// <summary>
/// Travel times from every cell to the cells of every sector it reaches within the outermost limit, in deciseconds.
/// A row is a list of sectors; each holds a dense slice over that sector's contiguous cells.
/// </summary>
public abstract class TravelTable
{
    /// <summary>Number of origin cells.</summary>
    public abstract int OriginCount { get; }

    /// <summary>Its outermost limit in seconds; null for a table read from a package, which was checked when it was saved.</summary>
    public virtual int? LimitSeconds => null;

    /// <summary>Sectors (indexes into <see cref="CellTable.Sectors"/>) that have a cell reachable from <paramref name="originCell"/>, ascending.</summary>
    public abstract ReadOnlySpan<ushort> Sectors(int originCell);

    /// <summary>Times to the cells of one sector, in cell order; empty when the sector is beyond reach; entries may be <c>Travel.Beyond</c>.</summary>
    public abstract ReadOnlySpan<ushort> Slice(int originCell, int sector);

    /// <summary>Time between two cells, <c>Travel.Beyond</c> when out of reach.</summary>
    public ushort Time(int originCell, int destinationCell, CellTable cells)
    {
        var sector = cells.Sector[destinationCell];
        var slice = Slice(originCell, sector);
        return slice.IsEmpty ? Travel.Beyond : slice[destinationCell - cells.Sectors[sector].First];
    }
}
