using CityGuard.Abstractions;
using CityGuard.Grains.Areas.Aid;
using CityGuard.Grains.Areas.Counters;
using CityGuard.Grains.Deployments;
using CityGuard.Grains.Feed;
using CityGuard.Grains.Incidents;
using CityGuard.Grains.Readiness;
using CityGuard.Grains.Responders;
using CityGuard.Grains.Roads;
using CityGuard.Grains.Scenarios;
using CityGuard.Grains.Sectors;
using CityGuard.Grains.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;

namespace CityGuard.Grains.Hosting;

/// <summary>Registers the living city on a silo.</summary>
public static class CityGuardGrains
{
    private static readonly TimeSpan StreamPoll = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// Adds all actors and what they share. The host supplies the city model, the journal, the vault, the position store, the
    /// founding of the city and the caller verifier; also a <see cref="TimeProvider"/> when it is not the system's.
    /// </summary>
    public static ISiloBuilder AddCityGuardGrains(this ISiloBuilder silo)
    {
        var services = silo.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<DispatchOptions>();
        services.AddSingleton<CityIndex>();
        services.AddSingleton(_ => new CpuPool());
        services.AddSingleton(s => s.GetRequiredService<CityIndex>().Travel);
        services.AddSingleton<FarTravel>();
        services.AddSingleton<RoadMap>();
        services.AddSingleton<RoadWatch>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(s => s.GetRequiredService<RoadWatch>());
        services.AddSingleton<PreparedRuns>();
        services.AddSingleton<CityFork>();
        services.AddSingleton<Front.Adoptions>();
        services.AddSingleton<DeploymentWatch>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(s => s.GetRequiredService<DeploymentWatch>());
        services.AddSingleton<PlacementSeed>();
        services.AddSingleton<DistrictOwner>();
        services.AddSingleton<SectorDoors>();
        services.AddCityTelemetry();
        services.AddSingleton<SectorServices>();
        services.AddSingleton<ResponderServices>();
        services.AddSingleton<IncidentServices>();
        services.AddSingleton<Duty.DutyShelf>();
        services.AddSingleton<Closing>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(s => s.GetRequiredService<Closing>());
        services.AddSingleton<BeaconPost>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(s => s.GetRequiredService<BeaconPost>());
        services.AddSingleton<Front.Inward>();
        services.AddSingleton<Front.Mandates>();
        services.AddSingleton<SectorRound>();
        services.AddSingleton<CityCondition>();
        services.AddSingleton<AreaPictures>();
        services.AddSingleton<ReadinessPrices>();
        services.AddSingleton<OpenAids>();
        services.AddSingleton<FeedRelay>();
        services.AddSingleton<ILiveFeed>(s => s.GetRequiredService<FeedRelay>());
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(s => s.GetRequiredService<FeedRelay>());
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, CityWarden>();
        services.AddPlacementDirector<DistrictPlacement, DistrictPlacementDirector>();
        services.AddPlacementDirector<SiloPlacement, SiloPlacementDirector>();
        silo.AddMemoryStreams(StreamNames.Provider, streams =>
        {
            streams.ConfigurePartitioning(8);
            streams.ConfigurePullingAgent(agents => agents.Configure(o => o.GetQueueMsgsTimerPeriod = StreamPoll));
            streams.ConfigureStreamPubSub(Orleans.Streams.StreamPubSubType.ImplicitOnly);
        });
        silo.Configure<GrainCollectionOptions>(o => o.CollectionAge = TimeSpan.FromMinutes(15));
        return silo;
    }
}
