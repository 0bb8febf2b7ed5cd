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
    private readonly AllTogether.Gate _gate;
    private readonly WaitOrderBreaches _breaches = new();

    public LivingCity()
    {
        const int Silos = 2;
        _gate = new AllTogether.Gate(Silos);
        var builder = new InProcessTestClusterBuilder(Silos);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddCityGuardGrains();
            silo.AddIncomingGrainCallFilter<WaitOrderFilter>();
            silo.Services
                .AddSingleton(_gate).AddSingleton<ILifecycleParticipant<ISiloLifecycle>, AllTogether>()
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
        _gate.IsOpen = true;
        // Boards that move begin anew: a city that is ready but not yet settled will be unready once more.
        await Settled();
        CityHealth? health = null;
        await Eventually.Holds(async () => (health = await Readiness.Health()).Ready, () => $"{health}");
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    /// <summary>Waits until all actors of each district are on one silo. A stray may take a minute: then it is told of its place, and goes home.</summary>
    internal async Task Settled()
    {
        var management = Grains.GetGrain<IManagementGrain>(0);
        IGrouping<int, string>[] split = [];
        var awake = 0;
        await Eventually.Holds(
            async () =>
            {
                var statistics = await management.GetDetailedGrainStatistics(null, null, TestContext.Current.CancellationToken);
                var actors = statistics
                    .Select(s => (Key: s.GrainId.Key.ToString()!, Silo: s.SiloAddress.ToString()))
                    .Select(s => (District: TestCity.Index.TryDistrict(s.Key, out var d) ? d : -1, s.Silo))
                    .Where(s => s.District >= 0).ToArray();
                split = [.. actors.GroupBy(a => a.District, a => a.Silo).Where(d => d.Distinct().Count() > 1)];
                awake = actors.Length;
                return awake >= TestCity.City.Cells.Count && split.Length == 0;
            },
            () => $"{awake} awake; " + string.Join("; ", split.Select(d => $"district {d.Key}: {string.Join(", ", d.CountBy(s => s))}")),
            within: TimeSpan.FromSeconds(90));
    }

    /// <summary>Deactivates an actor, so that the next call starts a new one.</summary>
    internal Task Restart(IAddressable actor) => _cluster.DeactivateAsync(actor);

    internal ISectorGrain Sector(int sector) => Grains.GetGrain<ISectorGrain>(TestCity.Index.SectorIds[sector]);

    internal IResponderGrain Responder(int responder) => Grains.Responder(TestCity.City.Responders[responder].Id);
}
