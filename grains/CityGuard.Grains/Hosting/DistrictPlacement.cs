using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace CityGuard.Grains.Hosting;

/// <summary>Keeps everything of one district on one silo: the sector boards and what is at home there talk most to each other.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.DistrictPlacement")]
internal sealed class DistrictPlacement : PlacementStrategy
{
    public static DistrictPlacement Singleton { get; } = new();
}

/// <summary>Places a grain whose key is an id of the city with its district.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class DistrictPlacementAttribute() : PlacementAttribute(DistrictPlacement.Singleton);

/// <summary>Rendezvous hashing of districts over the living silos: each district moves at most once per silo that joins or leaves.</summary>
internal sealed class DistrictPlacementDirector(PlacementSeed seeds) : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);
        return Task.FromResult(Owner(silos, Seed(target.GrainIdentity)));
    }

    /// <summary>The silo on which a district belongs.</summary>
    public static SiloAddress Owner(IReadOnlyCollection<SiloAddress> silos, uint seed)
        => silos.MaxBy(s => (Mix(seed ^ Mix((uint)s.GetConsistentHashCode())), s.Endpoint.Port))
            ?? throw new InvalidOperationException("No silo can host this grain.");

    private uint Seed(GrainId grain)
        => seeds.TryOf(grain.Key.ToString()!, out var seed) ? seed : grain.GetUniformHashCode();

    private static uint Mix(uint x)
    {
        // lowbias32 of Chris Wellons' hash prospector: neighbours in the area list land on different silos.
        x = (x ^ (x >> 16)) * 0x7feb352d;
        x = (x ^ (x >> 15)) * 0x846ca68b;
        return x ^ (x >> 16);
    }
}
