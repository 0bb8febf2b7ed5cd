using System.Diagnostics;
using CityGuard.Abstractions.Duty;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Readiness;
using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Security;
using CityGuard.Benchmarks.Reporting;
using CityGuard.Cities;
using CityGuard.Domain.Journal;
using CityGuard.Silo.Commands;
using CityGuard.Silo.Hosting;
using CityGuard.Silo.Security;
using CityGuard.Tests.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CityGuard.Benchmarks.Live;

/// <summary>The product in this process, with counters beside it.</summary>
internal sealed class LiveCity : IAsyncDisposable
{
    private static readonly TimeSpan Waking = TimeSpan.FromMinutes(1);

    private readonly WebApplication _app;
    private readonly EmbeddedStorage _storage;
    private Viewer? _viewer;

    private LiveCity(WebApplication app, EmbeddedStorage storage, CityModel city, CallCounter calls, CountingJournal journal, Credential caller)
    {
        (_app, _storage, City, Calls, Journal, Caller) = (app, storage, city, calls, journal, caller);
        Grains = app.Services.GetRequiredService<IGrainFactory>();
        Orders = new OrderPump(this);
    }

    public CityModel City { get; }

    public CallCounter Calls { get; }

    public CountingJournal Journal { get; }

    public Credential Caller { get; }

    public IGrainFactory Grains { get; }

    public OrderPump Orders { get; }

    public IIncidentFront Incidents => Grains.GetGrain<IIncidentFront>(0);

    public IDutyFront Duty => Grains.GetGrain<IDutyFront>(0);

    public IResponderFront Responders => Grains.GetGrain<IResponderFront>(0);

    public IServiceProvider Services => _app.Services;

    public static async Task<LiveCity> Start(CityModel city, string folder, bool field)
    {
        var options = new CityOptions { Urls = $"http://127.0.0.1:{HostProcess.FreePort()}", Data = folder, Field = field };
        var storage = await EmbeddedStorage.Open(folder, TimeProvider.System);
        var firstStart = await storage.Bind(city.Manifest, TimeProvider.System);
        var calls = new CallCounter();
        var journal = new CountingJournal(storage.Journal);
        var key = await new ApiKeyStore(storage.Secrets, TimeProvider.System).Add("benchmark", Scope.Ingest | Scope.Read | Scope.Command, personal: false);
        var app = CityApplication.Build(options, city, storage, TimeProvider.System, firstStart, await UserTickets.Key(storage.Secrets), services =>
        {
            services.AddSingleton<IJournal>(journal);
            services.AddSingleton<IIncomingGrainCallFilter>(calls);
        });
        await app.StartAsync();
        var live = new LiveCity(app, storage, city, calls, journal, new Credential(key));
        await live.UntilAllActive();
        live.Orders.Start();
        live._viewer = await Viewer.Watch(options.Urls, $"{options.Urls}/signin?token={await app.Services.GetRequiredService<SignInLinks>().Create(CityGuard.Domain.People.PersonRole.Viewer)}");
        return live;
    }

    /// <summary>After a row: the feed was watched through it.</summary>
    public void EnsureWatched() => _viewer!.EnsureWatching();

    public Task<CityHealth> Health() => Grains.GetGrain<IReadinessFront>(0).Health();

    /// <summary>Every actor of the city, no more and no fewer; a sector has two, its board and its area.</summary>
    public static int Actors(CityModel city)
        => city.Cells.Count + city.Cells.Sectors.Length + city.Areas.Length + city.Responders.Length + city.Targets.Length;

    /// <summary>Read from the silo.</summary>
    public async Task ReportActors(Report report)
        => report.Exactly("active_actors", (await Health()).ActiveActors, "actors", Actors(City));

    // Ready is when every board has answered; cells, targets and areas may still be waking then, and no figure is taken meanwhile.
    private async Task UntilAllActive()
    {
        var clock = Stopwatch.StartNew();
        while (await Health() is var health && !(health.Ready && health.ActiveActors == Actors(City)))
        {
            if (clock.Elapsed > Waking)
                throw new TimeoutException($"after {Waking} {health.ActiveActors:N0} of {Actors(City):N0} actors are active, ready: {health.Ready}: no row would mean anything");
            await Task.Delay(100);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_viewer is not null)
            await _viewer.DisposeAsync();
        await Orders.DisposeAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _storage.DisposeAsync();
    }
}
