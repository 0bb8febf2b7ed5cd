using CityGuard.Cities;
using CityGuard.Cities.Roads;

namespace CityGuard.Grains.Hosting;

/// <summary>
/// Times those who stand beyond the travel table's outermost limit, on the CPU pool. Rare, so what it needs is made at the first need.
/// </summary>
internal sealed class FarTravel(CityModel city, CpuPool pool) : IDisposable
{
    private readonly Lazy<TravelTo> _travel = new(() => new TravelTo(city));

    /// <summary>Travel times of the nearest of some cells to one cell, see <see cref="TravelTo.Nearest"/>.</summary>
    public Task<IReadOnlyDictionary<int, ushort>> Nearest(IReadOnlyCollection<int> fromCells, int toCell, int enough, int margin)
        => pool.Run(() => _travel.Value.Nearest(fromCells, toCell, enough, margin));

    public void Dispose()
    {
        if (_travel.IsValueCreated)
            _travel.Value.Dispose();
    }
}
