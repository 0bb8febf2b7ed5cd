using System.Text.Json;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Security;
using CityGuard.Cities;
using CityGuard.Cities.Sample;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Sectors;
using CityGuard.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Cluster;

/// <summary>The sample city on two silos in this process, over one journal in memory.</summary>
internal sealed class City : IAsyncLifetime
{
    private readonly InProcessTestCluster _cluster;

    public City(bool automatic = true)
    {
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddCityGuardGrains();
            silo.AddIncomingGrainCallFilter(Wire);
            silo.Services
                .AddSingleton(Model).AddSingleton<IJournal>(Journal).AddSingleton<IVault>(Vault).AddSingleton<IPositionStore>(Positions)
                .AddSingleton<ICallerVerifier, OpenDoor>().AddSingleton(new CityFounding(TimeProvider.System.GetUtcNow()))
                .Configure<DispatchOptions>(o =>
                {
                    o.Automatic = automatic;
                    o.RetryAfter = [TimeSpan.FromMilliseconds(200)];
                    o.AskAgainAfter = TimeSpan.FromMilliseconds(100);
                });
        });
        _cluster = builder.Build();
    }

    public CityModel Model { get; } = SampleCity.Build();

    public FakeJournal Journal { get; } = new();

    public FakeVault Vault { get; } = new();

    public FakePositions Positions { get; } = new();

    public Wire Wire { get; } = new();

    public IGrainFactory Grains => _cluster.Client;

    public IIncidentFront Incidents => Grains.GetGrain<IIncidentFront>(0);

    public IResponderFront Responders => Grains.GetGrain<IResponderFront>(0);

    public async ValueTask InitializeAsync()
    {
        await _cluster.DeployAsync();
        foreach (var sector in Model.Cells.Sectors)
            await Eventually.Holds(() => Sector(sector).Ensure(Model.Manifest.Hash), () => "a board is still rebuilding");
    }

    public ISectorGrain Sector(SectorRange sector) => Grains.GetGrain<ISectorGrain>(Model.Areas[sector.Area].Id.Value);

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    public static IncidentReport Theft(string id, string cell = "c-00015", string? description = null)
        => new("test", id, "theft", IncidentSeverity.Low, new Location(Cell: cell), Description: description);

    public async Task<IncidentId> Report(IncidentReport report) => (await Incidents.Report(OpenDoor.Key, report)).Value.ShouldNotBeNull().Id;

    public async Task<IncidentView> View(IncidentId id) => (await Incidents.Get(OpenDoor.Key, id.Value)).Value.ShouldNotBeNull();

    public async Task<ResponderView> View(ResponderId id) => (await Responders.Get(OpenDoor.Key, id.Value)).Value.ShouldNotBeNull();

    /// <summary>The incident once it is as wanted.</summary>
    public async Task<IncidentView> Until(IncidentId id, Func<IncidentView, bool> wanted)
    {
        var last = await View(id);
        await Eventually.Holds(async () => wanted(last = await View(id)), () => JsonSerializer.Serialize(last with { Decisions = [.. last.Decisions.TakeLast(1)] }));
        return last;
    }

    public Task<IncidentView> UntilAssigned(IncidentId id) => Until(id, view => view.Assignments.Any(a => a.State == AssignmentState.Granted));

    public async Task<Answer<Done>> Say(IncidentView view, string status, DateTimeOffset? at = null, AssignmentView? assignment = null)
    {
        var held = assignment ?? view.Assignments.First(a => a.State == AssignmentState.Granted);
        return await Responders.ReportStatus(OpenDoor.Key, held.Responder.Value, new StatusReport(status, at ?? TimeProvider.System.GetUtcNow(), view.Id.Value, held.Op.Value, held.Epoch));
    }

    /// <summary>Events of a stream by kind, in order.</summary>
    public IReadOnlyList<string> Kinds(string stream) => [.. Journal.Streams().Where(s => s.Stream == stream).SelectMany(s => s.Events)
        .Select(e => JsonDocument.Parse(e.Json).RootElement.GetProperty("kind").GetString()!)];
}
