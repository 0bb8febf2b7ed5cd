using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Roads;

/// <summary>
/// Travel times to one cell from wherever, by one search backwards over the roads: what the table would say had it no outermost limit.
/// Any thread may ask; each keeps its own scratch memory.
/// </summary>
public sealed class TravelTo(RoadGraph roads, CellTable cells, double metresPerSecond) : IDisposable
{
    private const int FirstLimitMilliseconds = 25 * 60_000, LimitMilliseconds = (Travel.Beyond - 1) * 100;

    private readonly CellLegs _legs = CellLegs.Of(roads, cells, metresPerSecond);
    private readonly ThreadLocal<RoadSearch> _searches = NewSearches(roads.Reversed());

    /// <summary>Of a city as its package has it.</summary>
    public TravelTo(CityModel city)
        : this(city.Roads, city.Cells, city.OffRoadMetresPerSecond)
    {
    }

    /// <summary>
    /// Times by cell, deciseconds, of the nearest cells at least: everything within a limit that grows until <paramref name="enough"/> of them
    /// lie within it by the margin, or the city ends. A cell that is left out is farther than those by the margin at least, or out of all reach.
    /// </summary>
    /// <param name="fromCells">Cells to be timed.</param>
    /// <param name="toCell">Where to.</param>
    /// <param name="enough">How many of the cells must be among the answers, when that many can be reached.</param>
    /// <param name="margin">Deciseconds, e.g. by which those who start differ in turnout.</param>
    public IReadOnlyDictionary<int, ushort> Nearest(IReadOnlyCollection<int> fromCells, int toCell, int enough, int margin)
    {
        for (var limit = FirstLimitMilliseconds; ; limit = Math.Min(limit * 2, LimitMilliseconds))
        {
            var times = Within(limit, fromCells, toCell);
            if (limit == LimitMilliseconds || times.Values.Count(time => (time + margin) * 100 <= limit) >= Math.Min(enough, fromCells.Count))
                return times;
        }
    }

    /// <summary>Times of all cells, by cell, deciseconds; <see cref="Travel.Beyond"/>: out of all reach.</summary>
    public ushort[] Whole(int toCell)
    {
        var times = new ushort[cells.Count];
        Array.Fill(times, Travel.Beyond);
        foreach (var (cell, time) in Within(LimitMilliseconds, [.. Enumerable.Range(0, times.Length)], toCell))
            times[cell] = time;
        return times;
    }

    /// <inheritdoc/>
    public void Dispose() => _searches.Dispose();

    // A trip takes at least its time on the roads, so every cell within the limit has been found.
    private Dictionary<int, ushort> Within(int limit, IReadOnlyCollection<int> fromCells, int toCell)
    {
        var search = _searches.Value!;
        search.Run(cells.Node[toCell], limit);
        var times = new Dictionary<int, ushort>();
        foreach (var cell in fromCells)
            if (search.TryTime(cells.Node[cell], out var road) && _legs.Between(cell, toCell, road) is var whole && whole <= limit)
                times[cell] = Travel.FromSeconds(whole / 1000.0);
        return times;
    }

    private static ThreadLocal<RoadSearch> NewSearches(RoadGraph reversed) => new(() => new RoadSearch(reversed));
}
