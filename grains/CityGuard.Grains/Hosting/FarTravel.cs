using CityGuard.Cities;
using CityGuard.Cities.Roads;

namespace CityGuard.Grains.Hosting;

/// <summary>
/// Times those who stand beyond the travel table's outermost limit, on the CPU pool. Rare, so what it needs is made at the first need.
/// </summary>
internal sealed class FarTravel(CityModel city, CpuPool pool)
{
    private readonly Lazy<TravelTo> _travel = new(() => new TravelTo(city));

    /// <summary>Travel times from cells to one cell; those out of all reach are left out.</summary>
    public Task<IReadOnlyDictionary<int, ushort>> Times(IReadOnlyCollection<int> fromCells, int toCell) => pool.Run(() => _travel.Value.Times(fromCells, toCell));
}
