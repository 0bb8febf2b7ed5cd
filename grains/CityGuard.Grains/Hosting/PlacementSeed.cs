namespace CityGuard.Grains.Hosting;

/// <summary>What belongs together on one silo: everything of one seed. In the city that is a district.</summary>
internal class PlacementSeed(CityIndex index)
{
    /// <summary>False for what belongs nowhere in particular.</summary>
    public virtual bool TryOf(string key, out uint seed)
    {
        var belongs = index.TryDistrict(key, out var district);
        seed = (uint)district;
        return belongs;
    }
}
