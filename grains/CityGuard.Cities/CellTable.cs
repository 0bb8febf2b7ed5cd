using System.Collections.Immutable;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities;

/// <summary>The cells as columns. Index order: district, sector, beat, so that a sector's cells are one range.</summary>
public sealed class CellTable
{
    /// <summary>Cell identifiers.</summary>
    public required ImmutableArray<CellId> Ids { get; init; }

    /// <summary>Representative point inside the cell.</summary>
    public required ImmutableArray<GeoPoint> Centres { get; init; }

    /// <summary>Outer ring of each cell, closed (first point repeated), counter-clockwise.</summary>
    public required ImmutableArray<ImmutableArray<GeoPoint>> Outlines { get; init; }

    /// <summary>Index into <see cref="Sectors"/> (not into the area list).</summary>
    public required ImmutableArray<ushort> Sector { get; init; }

    /// <summary>Area index of the beat; -1 where the city has no beats.</summary>
    public required ImmutableArray<int> Beat { get; init; }

    /// <summary>Area index of the community in the civil tree; -1 where there is none.</summary>
    public required ImmutableArray<int> Community { get; init; }

    /// <summary>Residents (or demand weight scaled to the city's people).</summary>
    public required ImmutableArray<float> Residents { get; init; }

    /// <summary>Urban, suburban or rural.</summary>
    public required ImmutableArray<CellSetting> Setting { get; init; }

    /// <summary>Key of the cell's local standard when no place inside asks for a tighter one.</summary>
    public required ImmutableArray<string> Standard { get; init; }

    /// <summary>Road node nearest to the centre.</summary>
    public required ImmutableArray<int> Node { get; init; }

    /// <summary>Cells that the maker of the city lists as hard to reach (fringe, river, hill).</summary>
    public required ImmutableArray<bool> Fringe { get; init; }

    /// <summary>The sectors in order, with the range of cells each owns.</summary>
    public required ImmutableArray<SectorRange> Sectors { get; init; }

    public int Count => Ids.Length;

    public CellId Id(int cell) => Ids[cell];

    /// <summary>Things (by index) whose cell lies in each sector.</summary>
    /// <param name="cellOf">Cell of each thing.</param>
    public ImmutableArray<ImmutableArray<int>> BySector(ImmutableArray<int> cellOf)
    {
        var lists = Sectors.Select(_ => ImmutableArray.CreateBuilder<int>()).ToArray();
        for (var i = 0; i < cellOf.Length; i++)
            lists[Sector[cellOf[i]]].Add(i);
        return [.. lists.Select(list => list.ToImmutable())];
    }
}

/// <summary>A sector and its contiguous cells.</summary>
/// <param name="Area">Area index of the sector.</param>
/// <param name="District">Area index of its district.</param>
/// <param name="First">First cell.</param>
/// <param name="Count">Number of cells.</param>
public readonly record struct SectorRange(int Area, int District, int First, int Count);
