using CityGuard.Cities.Roads;
using CityGuard.Domain.Geography;
using CityGuard.Grains.Roads;

namespace CityGuard.Grains.Hosting;

/// <summary>
/// Times those who stand beyond the travel table's outermost limit, on the CPU pool. Rare, so what it needs is made at the first need.
/// </summary>
internal sealed class FarTravel(LiveTravel travel, CpuPool pool)
{
    // Two bytes a cell: 20 MB where there are 20,000.
    private const int Remembered = 512;

    /// <summary>Travel times of the nearest of some cells to one cell, see <see cref="TravelTo.Nearest"/>.</summary>
    public Task<IReadOnlyDictionary<int, ushort>> Nearest(IReadOnlyCollection<int> fromCells, int toCell, int enough, int margin)
    {
        var far = travel.Now;
        return pool.Run(() => far.Far.Nearest(fromCells, toCell, enough, margin));
    }

    /// <summary>
    /// Travel times of all cells to one, by cell; <see cref="Travel.Beyond"/>: out of all reach. When nobody near an incident fits, many boards are asked for the one
    /// place, again and again: one search is enough for them all.
    /// </summary>
    public Task<ushort[]> Whole(int toCell)
    {
        var times = travel.Now;
        if (times.Whole.Count >= Remembered)
            times.Whole.Clear();
        return times.Whole.GetOrAdd(toCell, cell => new Lazy<Task<ushort[]>>(() => pool.Run(() => times.Far.Whole(cell)))).Value;
    }
}
