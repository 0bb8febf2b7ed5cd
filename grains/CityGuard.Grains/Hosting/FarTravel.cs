using System.Collections.Concurrent;
using CityGuard.Cities;
using CityGuard.Cities.Roads;
using CityGuard.Domain.Geography;

namespace CityGuard.Grains.Hosting;

/// <summary>
/// Times those who stand beyond the travel table's outermost limit, on the CPU pool. Rare, so what it needs is made at the first need.
/// </summary>
internal sealed class FarTravel(CityModel city, CpuPool pool) : IDisposable
{
    // Two bytes a cell: 20 MB where there are 20,000.
    private const int Remembered = 512;

    private readonly ConcurrentDictionary<int, Lazy<Task<ushort[]>>> _whole = new();
    private readonly Lazy<TravelTo> _travel = new(() => new TravelTo(city));

    /// <summary>Travel times of the nearest of some cells to one cell, see <see cref="TravelTo.Nearest"/>.</summary>
    public Task<IReadOnlyDictionary<int, ushort>> Nearest(IReadOnlyCollection<int> fromCells, int toCell, int enough, int margin)
        => pool.Run(() => _travel.Value.Nearest(fromCells, toCell, enough, margin));

    /// <summary>
    /// Travel times of all cells to one, by cell; <see cref="Travel.Beyond"/>: out of all reach. When nobody near an incident fits, many boards are asked for the one
    /// place, again and again: one search is enough for them all.
    /// </summary>
    public Task<ushort[]> Whole(int toCell)
    {
        if (_whole.Count >= Remembered)
            _whole.Clear();
        return _whole.GetOrAdd(toCell, cell => new Lazy<Task<ushort[]>>(() => pool.Run(() => _travel.Value.Whole(cell)))).Value;
    }

    public void Dispose()
    {
        if (_travel.IsValueCreated)
            _travel.Value.Dispose();
    }
}
