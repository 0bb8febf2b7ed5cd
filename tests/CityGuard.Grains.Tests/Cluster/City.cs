using System.Text;
using System.Text.Json;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Security;
using CityGuard.Cities;
using CityGuard.Cities.Sample;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Events;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Responders.Events;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Sectors;
using CityGuard.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Core.Internal;
using Orleans.TestingHost;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Cluster;

/// <summary>The sample city on two silos in this process, over one journal in memory.</summary>
public sealed class City : IAsyncLifetime
{
    private readonly AllTogether.Gate _gate;
    private readonly InProcessTestCluster _cluster;

    public City()
        : this(automatic: true)
    {
    }

    internal City(bool automatic, TimeProvider? time = null, Func<CityRules, CityRules>? rules = null, Func<CityParts, CityParts>? parts = null, int silos = 2, Func<IJournal, IJournal>? journal = null)
    {
        var draft = SampleCity.Draft();
        var changed = parts?.Invoke(draft.Parts) ?? draft.Parts;
        Model = new CityModel(draft.Manifest, rules is null ? changed : changed with { Rules = rules(changed.Rules) });
        Answers = new HeldJournal(Journal);
        _gate = new AllTogether.Gate(silos);
        var builder = new InProcessTestClusterBuilder((short)silos);
        builder.ConfigureSilo((_, silo) =>
        {
            if (time is not null)
                silo.Services.AddSingleton(time);
            silo.AddCityGuardGrains();
            silo.AddIncomingGrainCallFilter(Wire);
            silo.Services
                .AddSingleton(_gate).AddSingleton<ILifecycleParticipant<ISiloLifecycle>, AllTogether>()
                .AddSingleton(Model).AddSingleton(journal?.Invoke(Answers) ?? Answers).AddSingleton<IVault>(Vault).AddSingleton<IPositionStore>(Positions)
                .AddSingleton<ICallerVerifier, OpenDoor>().AddSingleton(new CityFounding(TimeProvider.System.GetUtcNow()))
                .Configure<DispatchOptions>(o =>
                {
                    o.Mode = automatic ? DispatchMode.Automatic : DispatchMode.Manual;
                    o.RetryAfter = [TimeSpan.FromMilliseconds(200)];
                    o.AskAgainAfter = TimeSpan.FromMilliseconds(100);
                });
        });
        _cluster = builder.Build();
    }

    internal CityModel Model { get; }

    internal FakeJournal Journal { get; } = new();

    /// <summary>Between the actors and the journal.</summary>
    internal HeldJournal Answers { get; }

    internal FakeVault Vault { get; } = new();

    internal FakePositions Positions { get; } = new();

    internal Wire Wire { get; } = new();

    internal IGrainFactory Grains => _cluster.Client;

    /// <summary>A service of every silo that is alive.</summary>
    internal IEnumerable<T> OfEachSilo<T>()
        where T : notnull
        => _cluster.Silos.Select(silo => silo.ServiceProvider.GetRequiredService<T>());

    /// <summary>Kills the silo that an actor runs on, or some other than that.</summary>
    internal async Task Kill(IAddressable actor, bool other = false)
    {
        var at = await Grains.GetGrain<IManagementGrain>(0).GetActivationAddress(actor);
        await _cluster.KillSiloAsync(_cluster.Silos.First(silo => silo.SiloAddress.Equals(at) != other));
    }

    internal IIncidentFront Incidents => Grains.GetGrain<IIncidentFront>(0);

    internal IResponderFront Responders => Grains.GetGrain<IResponderFront>(0);

    public async ValueTask InitializeAsync()
    {
        await _cluster.DeployAsync();
        _gate.IsOpen = true;
        foreach (var sector in Model.Cells.Sectors)
            await Eventually.Holds(async () => await IsAtHome(sector) && await Sector(sector).Ensure(Model.Manifest.Hash), () => "a board is still rebuilding, or where it is to move from");
    }

    private async Task<bool> IsAtHome(SectorRange sector)
        => await Grains.GetGrain<IManagementGrain>(0).GetActivationAddress(Sector(sector)) is { } at
            && _cluster.Silos.First(silo => silo.SiloAddress.Equals(at)).ServiceProvider.GetRequiredService<DistrictOwner>().IsHere(Model.Areas[sector.Area].Id.Value);

    internal ISectorGrain Sector(SectorRange sector) => Grains.GetGrain<ISectorGrain>(Model.Areas[sector.Area].Id.Value);

    internal int Cell(string id) => Model.TryCell(id, out var index) ? index : throw new ArgumentException(id);

    /// <summary>Waits until the board of a cell's sector sees those of a kind as wanted: beacons are a tenth of a second behind.</summary>
    internal async Task Board(string cell, string kind, Func<Selection, bool> wanted)
    {
        var (at, last) = (Cell(cell), default(Selection));
        var query = new SelectionQuery(at, -1, new Requirement(1UL << Model.Rules.Kinds.ToList().FindIndex(known => known.Id == kind), 0, 1, Travel.Beyond), []);
        await Eventually.Holds(async () => (last = await Sector(Model.Cells.Sectors[Model.Cells.Sector[at]]).Select(query)) is { } seen && wanted(seen), () => $"{cell}: {last}");
    }

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    internal static IncidentReport Theft(string id, string cell = "c-00015", string? description = null)
        => new("test", id, "theft", IncidentSeverity.Low, new Location(Cell: cell), Description: description);

    internal async Task<IncidentId> Report(IncidentReport report) => (await Incidents.Report(OpenDoor.Key, report)).Value.ShouldNotBeNull().Id;

    internal async Task<IncidentView> View(IncidentId id) => (await Incidents.Get(OpenDoor.Key, id.Value)).Value.ShouldNotBeNull();

    internal async Task<IReadOnlyList<TimelineEntry>> Timeline(IncidentId id) => (await Grains.GetGrain<IDeskFront>(0).Timeline(OpenDoor.Key, id.Value)).Value.ShouldNotBeNull();

    internal async Task<ResponderView> View(ResponderId id) => (await Responders.Get(OpenDoor.Key, id.Value)).Value.ShouldNotBeNull();

    /// <summary>The incident once it is as wanted.</summary>
    internal async Task<IncidentView> Until(IncidentId id, Func<IncidentView, bool> wanted)
    {
        var last = await View(id);
        await Eventually.Holds(async () => wanted(last = await View(id)), () => JsonSerializer.Serialize(last with { Decisions = [.. last.Decisions.TakeLast(1)] }));
        return last;
    }

    internal Task<IncidentView> UntilAssigned(IncidentId id) => Until(id, view => view.Assignments.Any(a => a.State == AssignmentState.Granted));

    internal async Task<Answer<Done>> Say(IncidentView view, string status, DateTimeOffset? at = null, AssignmentView? assignment = null)
    {
        var held = assignment ?? view.Assignments.First(a => a.State == AssignmentState.Granted);
        return await Responders.ReportStatus(OpenDoor.Key, held.Responder.Value, new StatusReport(status, at ?? TimeProvider.System.GetUtcNow(), view.Id.Value, held.Op.Value, held.Epoch));
    }

    /// <summary>Everyone who moves stands at his post, measured now.</summary>
    internal async Task<City> Fresh()
    {
        var reports = Model.Responders.Where(r => r.Id.Value[0] != 'u')
            .Select(r => new PositionReport(r.Id.Value, r.Post.Lat, r.Post.Lon, TimeProvider.System.GetUtcNow())).ToArray();
        (await Responders.ReportPositions(OpenDoor.Key, reports)).Value.ShouldNotBeNull().Rejected.ShouldBeEmpty();
        return this;
    }

    /// <summary>Closes by command and waits until everyone is given back.</summary>
    internal async Task Finish(IncidentId id)
    {
        (await Incidents.Close(OpenDoor.Key, id.Value, new CloseCommand("the test is over"))).Refusal.ShouldBeNull();
        await Until(id, view => view.State == IncidentState.Closed);
    }

    /// <summary>Works it from accepted to cleared, and waits until it has closed by itself.</summary>
    internal async Task<IncidentView> Work(IncidentView view)
    {
        foreach (var held in view.Assignments.Where(a => a.State == AssignmentState.Granted))
            foreach (var step in (string[])["accepted", "enRoute", "onScene", "controlled", "cleared"])
                (await Say(view, step, assignment: held)).Refusal.ShouldBeNull();
        return await Until(view.Id, v => v.State == IncidentState.Closed);
    }

    /// <summary>Ends the activation; the next call finds a new one, which reads the journal.</summary>
    internal static Task Deactivate(IAddressable grain) => grain.AsReference<IGrainManagementExtension>().DeactivateOnIdle().AsTask();

    /// <summary>Writes into a responder's stream what its activation does not know: it goes out of service.</summary>
    internal async Task AppendBehindItsBack(ResponderId responder)
        => await AppendBehindItsBack(responder, new OutOfService("another activation", (await View(responder)).Epoch + 1, TimeProvider.System.GetUtcNow()));

    /// <summary>Writes into a responder's stream as another activation of it would.</summary>
    internal Task AppendBehindItsBack(ResponderId responder, params ResponderEvent[] facts) => AppendBehindItsBack(responder.Value, null, EventCodec.Responders, facts);

    /// <summary>Writes into an incident's stream as another activation of it would.</summary>
    /// <param name="incident">Whose stream.</param>
    /// <param name="openIn">The sector that it is open in then; null: none.</param>
    /// <param name="facts">What happened.</param>
    internal Task AppendBehindItsBack(IncidentId incident, AreaId? openIn, params IncidentEvent[] facts) => AppendBehindItsBack(incident.Value, openIn, EventCodec.Incidents, facts);

    /// <summary>Writes into an area's stream as another activation of it would.</summary>
    internal Task AppendBehindItsBack(AreaId area, params AreaEvent[] facts) => AppendBehindItsBack(area.Value, null, EventCodec.Areas, facts);

    private async Task AppendBehindItsBack<TEvent>(string stream, AreaId? openIn, EventCodec<TEvent> codec, TEvent[] facts)
        where TEvent : class
    {
        var version = (await Journal.ReadHead(stream))?.Version ?? 0;
        JournalEntry[] entries = [.. facts.Select(fact => codec.Encode(Guid.NewGuid().ToString("N"), fact))];
        (await Journal.Append(stream, version, entries, new StreamHead(openIn?.Value))).ShouldBe(AppendResult.Appended);
    }

    /// <summary>All that is stored of a stream.</summary>
    internal string Text(string stream) => string.Concat(Journal.Streams().Where(s => s.Stream == stream).SelectMany(s => s.Events).Select(e => Encoding.UTF8.GetString(e.Json.Span)));

    /// <summary>Events of a stream by kind, in order.</summary>
    internal IReadOnlyList<string> Kinds(string stream) => [.. Journal.Streams().Where(s => s.Stream == stream).SelectMany(s => s.Events)
        .Select(e => JsonDocument.Parse(e.Json).RootElement.GetProperty("kind").GetString()!)];
}
