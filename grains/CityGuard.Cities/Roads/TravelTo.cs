using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Roads;

/// <summary>
/// Travel times to one cell from wherever, by one search backwards over the roads: what the table would say had it no outermost limit.
/// </summary>
public sealed class TravelTo(CityModel city)
{
    private const int LimitMilliseconds = (Travel.Beyond - 1) * 100;

    private readonly RoadGraph _reversed = city.Roads.Reversed();
    private readonly CellLegs _legs = CellLegs.Of(city.Roads, city.Cells, city.Manifest.OffRoadMetresPerSecond ?? TravelTableBuilder.DefaultInnerMetresPerSecond);

    /// <summary>Times by cell, deciseconds; cells out of all reach are left out.</summary>
    public IReadOnlyDictionary<int, ushort> Times(IReadOnlyCollection<int> fromCells, int toCell)
    {
        var search = new RoadSearch(_reversed);
        search.Run(city.Cells.Node[toCell], LimitMilliseconds);
        var times = new Dictionary<int, ushort>();
        foreach (var cell in fromCells)
            if (search.TryTime(city.Cells.Node[cell], out var road) && _legs.Between(cell, toCell, road) is var whole and <= LimitMilliseconds)
                times[cell] = Travel.FromSeconds(whole / 1000.0);
        return times;
    }
}
