using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Readiness;
using CityGuard.Abstractions.Responders;
using CityGuard.Abstractions.Security;
using CityGuard.Benchmarks.Reporting;
using CityGuard.Cities;
using CityGuard.Domain.Areas;
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
    private readonly WebApplication _app;
    private readonly EmbeddedStorage _storage;

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

    public IResponderFront Responders => Grains.GetGrain<IResponderFront>(0);

    public IServiceProvider Services => _app.Services;

    public static async Task<LiveCity> Start(CityModel city, string folder, bool field)
    {
        var options = new CityOptions { Urls = $"http://127.0.0.1:{HostProcess.FreePort()}", Data = folder, Field = field };
        var storage = await EmbeddedStorage.Open(folder, TimeProvider.System);
        var firstStart = await storage.Bind(city.Manifest, TimeProvider.System);
        var calls = new CallCounter();
        var journal = new CountingJournal(storage.Journal);
        var key = new ApiKeyStore(folder, TimeProvider.System).Add("benchmark", Scope.Ingest | Scope.Read | Scope.Command, personal: false);
        var app = CityApplication.Build(options, city, storage, firstStart, services =>
        {
            services.AddSingleton<IJournal>(journal);
            services.AddSingleton<IIncomingGrainCallFilter>(calls);
        });
        await app.StartAsync();
        var live = new LiveCity(app, storage, city, calls, journal, new Credential(key));
        while (!(await live.Health()).Ready)
            await Task.Delay(50);
        live.Orders.Start();
        return live;
    }

    public Task<CityHealth> Health() => Grains.GetGrain<IReadinessFront>(0).Health();

    /// <summary>Read from the silo: every actor of the city is active, no more and no fewer.</summary>
    public async Task ReportActors(Report report)
    {
        var health = await Health();
        // Beats and the civil tree are names over cells; the areas that act are the city and its districts.
        var areas = City.Areas.Count(a => a.Kind is AreaKind.City or AreaKind.District);
        var expected = health.Cells + health.Sectors + areas + health.Responders + health.Targets;
        Report.Say($"active actors {health.ActiveActors:N0}, expected {expected:N0} = {health.Cells} cells + {health.Sectors} sectors + {areas} areas + {health.Responders} responders + {health.Targets} targets");
        report.AtLeast("active_actors", health.ActiveActors, "actors", expected);
    }

    public async ValueTask DisposeAsync()
    {
        await Orders.DisposeAsync();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _storage.DisposeAsync();
    }
}
