using CityGuard.Domain.Responders;

namespace CityGuard.Grains.Responders;

/// <summary>Finds the actor of a responder: its identifier tells its class.</summary>
internal static class ResponderDirectory
{
    public static IResponderGrain Responder(this IGrainFactory grains, ResponderId id) => id.Value[0] switch
    {
        'u' => grains.GetGrain<IEmergencyUnitGrain>(id.Value),
        'p' => grains.GetGrain<IPatrolGroupGrain>(id.Value),
        _ => grains.GetGrain<IMobileForceGrain>(id.Value),
    };
}

/// <summary>A minimal emergency unit (最小应急单元).</summary>
[Alias("CityGuard.Grains.IEmergencyUnitGrain")]
internal interface IEmergencyUnitGrain : IResponderGrain;

/// <summary>A patrol group (巡组).</summary>
[Alias("CityGuard.Grains.IPatrolGroupGrain")]
internal interface IPatrolGroupGrain : IResponderGrain;

/// <summary>A force that waits at its post: special police, station force, vehicles of a city of its own kinds.</summary>
[Alias("CityGuard.Grains.IMobileForceGrain")]
internal interface IMobileForceGrain : IResponderGrain;
