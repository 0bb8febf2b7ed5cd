using System.Collections.Concurrent;
using CityGuard.Cities;
using CityGuard.Cities.Roads;

namespace CityGuard.Grains.Roads;

/// <summary>Travel times under one set of conditions. Immutable but for what it works out at the first need.</summary>
/// <param name="version">Names the conditions: empty as the package has them; journaled with every decision.</param>
/// <param name="city">The city.</param>
/// <param name="roads">The network under these conditions.</param>
/// <param name="table">The times between its cells.</param>
internal sealed class TravelTimes(string version, CityModel city, RoadGraph roads, TravelTable table)
{
    private readonly Lazy<int[][]> _neighbours = new(() => NeighboursOf(city, table));
    private readonly Lazy<TravelTo> _far = new(() => new TravelTo(roads, city.Cells, city.OffRoadMetresPerSecond));

    public string Version => version;

    public RoadGraph Roads => roads;

    public TravelTable Table => table;

    /// <summary>Times from beyond the table's outermost limit.</summary>
    public TravelTo Far => _far.Value;

    /// <summary>Whole searches to one cell, shared by all who ask for it.</summary>
    public ConcurrentDictionary<int, Lazy<Task<ushort[]>>> Whole { get; } = new();

    /// <summary>Other sectors from where somebody can reach this one.</summary>
    public ReadOnlySpan<int> Neighbours(int sector) => _neighbours.Value[sector];

    private static int[][] NeighboursOf(CityModel city, TravelTable table)
    {
        var reachedFrom = Enumerable.Range(0, city.Cells.Sectors.Length).Select(_ => new SortedSet<int>()).ToArray();
        for (var cell = 0; cell < city.Cells.Count; cell++)
            foreach (var sector in table.Sectors(cell))
                if (sector != city.Cells.Sector[cell])
                    reachedFrom[sector].Add(city.Cells.Sector[cell]);
        return [.. reachedFrom.Select(s => s.ToArray())];
    }
}
