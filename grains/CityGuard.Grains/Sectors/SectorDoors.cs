using CityGuard.Grains.Hosting;

namespace CityGuard.Grains.Sectors;

/// <summary>References to the boards by sector index, made once per silo.</summary>
internal sealed class SectorDoors(IGrainFactory grains, CityIndex index)
{
    private readonly Lazy<ISectorGrain[]> _doors = new(() => [.. index.SectorIds.Select(id => grains.GetGrain<ISectorGrain>(id))]);

    public ISectorGrain this[int sector] => _doors.Value[sector];
}
