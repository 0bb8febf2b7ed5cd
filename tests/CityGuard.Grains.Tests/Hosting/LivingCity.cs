using CityGuard.Abstractions.Readiness;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Journal;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Responders;
using CityGuard.Grains.Sectors;
using CityGuard.Grains.Tests.Cluster;
using CityGuard.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using Xunit;

namespace CityGuard.Grains.Tests.Hosting;

/// <summary>The whole sample city on two silos in this process, with warden, boards and feed; a call against the wait order fails.</summary>
public sealed class LivingCity : IAsyncLifetime
{
    private readonly InProcessTestCluster _cluster;
    private readonly WaitOrderBreaches _breaches = new();

    public LivingCity()
    {
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddCityGuardGrains();
            silo.AddIncomingGrainCallFilter<WaitOrderFilter>();
            silo.Services
                .AddSingleton(_breaches).AddSingleton(TestCity.City).AddSingleton<IJournal>(Journal).AddSingleton<IVault>(new FakeVault())
                .AddSingleton<IPositionStore>(new FakePositions()).AddSingleton<ICallerVerifier, OpenDoor>()
                .AddSingleton(new CityFounding(TimeProvider.System.GetUtcNow()));
        });
        _cluster = builder.Build();
    }

    public IGrainFactory Grains => _cluster.Client;

    internal FakeJournal Journal { get; } = new();

    internal IReadOnlyCollection<string> Breaches => _breaches.Seen;

    internal IReadOnlyList<InProcessSiloHandle> Silos => [.. _cluster.Silos];

    internal IReadinessFront Readiness => Grains.GetGrain<IReadinessFront>(0);

    public async ValueTask InitializeAsync()
    {
        await _cluster.DeployAsync();
        CityHealth? health = null;
        await Eventually.Holds(async () => (health = await Readiness.Health()).Ready, () => $"{health}");
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    /// <summary>Deactivates an actor, so that the next call starts a new one.</summary>
    internal Task Restart(IAddressable actor) => _cluster.DeactivateAsync(actor);

    internal ISectorGrain Sector(int sector) => Grains.GetGrain<ISectorGrain>(TestCity.Index.SectorIds[sector]);

    internal IResponderGrain Responder(int responder) => Grains.Responder(TestCity.City.Responders[responder].Id);
}
