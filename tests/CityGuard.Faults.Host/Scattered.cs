using CityGuard.Grains.Hosting;

namespace CityGuard.Faults.Host;

/// <summary>Every actor on a silo of its own choosing: nearly every call crosses silos, and a silo that is believed dead shares work with all others.</summary>
internal sealed class Scattered(CityIndex index) : PlacementSeed(index)
{
    public override bool TryOf(string key, out uint seed)
    {
        seed = 2_166_136_261; // FNV-1a: the same on every silo
        foreach (var letter in key)
            seed = (seed ^ letter) * 16_777_619;
        return base.TryOf(key, out _);
    }
}
