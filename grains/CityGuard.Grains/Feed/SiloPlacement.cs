using Orleans.Placement;
using Orleans.Runtime.Placement;

namespace CityGuard.Grains.Feed;

/// <summary>Puts a grain on the silo that its key names.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.SiloPlacement")]
internal sealed class SiloPlacement : PlacementStrategy
{
    public static SiloPlacement Singleton { get; } = new();
}

[AttributeUsage(AttributeTargets.Class)]
internal sealed class SiloPlacementAttribute() : PlacementAttribute(SiloPlacement.Singleton);

/// <summary>A key of a silo that is gone lands anywhere; the grain there sees that it is not meant.</summary>
internal sealed class SiloPlacementDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);
        return Task.FromResult(silos.FirstOrDefault(s => s.ToParsableString() == target.GrainIdentity.Key.ToString()) ?? silos[0]);
    }
}
