using CityGuard.Abstractions.Wire;
using CityGuard.Cities;
using CityGuard.Domain.Journal;
using CityGuard.Silo.Api;
using CityGuard.Silo.Cluster;
using CityGuard.Silo.Commands;
using CityGuard.Silo.Security;
using CityGuard.Web;

namespace CityGuard.Silo.Hosting;

/// <summary>Puts the rooms together: storage, security, silo, page, API, field.</summary>
internal static class CityApplication
{
    /// <summary>Longest orderly stop: 50,000 actors close their books. The command line waits a little longer.</summary>
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(25);

    public static WebApplication Build(CityOptions options, CityModel city, CityStorage storage, TimeProvider clock, CityBound firstStart, byte[] ticketKey, Action<IServiceCollection>? extra = null)
    {
        // No arguments and no settings from the working folder: the command line has been read already.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "cityguard" });
        builder.WebHost.UseUrls(options.Urls);
        // Run from a build output there is no Development environment; without this, static files have zero bytes.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(k => k.Limits.MaxRequestBodySize = JsonBody.Limit);
        var logging = new HostLogging();
        logging.Configure(builder.Logging);
        if (options.Cluster is not null)
            builder.TellConnections(clock);

        var services = builder.Services;
        services.AddSingleton(clock);
        services.AddSingleton(city);
        services.AddSingleton(new CityFounding(firstStart.At));
        services.AddSingleton(storage.Journal);
        services.AddSingleton(storage.Vault);
        services.AddSingleton(storage.Positions);
        services.Configure<HostOptions>(o => o.ShutdownTimeout = StopTime);
        services.AddCityGuardSecurity(storage, ticketKey);
        services.AddProblems();
        services.AddOpenApi();
        services.ConfigureHttpJsonOptions(o => CityGuardJson.Configure(o.SerializerOptions));
        services.AddPage(options);
        builder.AddTelemetry();
        if (options is { Role: NodeRole.Web, Cluster: { } cluster })
            builder.AddClient(cluster);
        else
            builder.AddSilo(options);
        services.AddField(options);
        extra?.Invoke(services);

        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(logging.Started);
        app.Lifetime.ApplicationStopping.Register(logging.Close);
        app.UseProblemDetails();
        app.UseWebSockets();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapSignIn();
        app.MapCityGuardApi();
        app.MapCityGuardWeb();
        app.MapDashboard(options);
        return app;
    }
}
