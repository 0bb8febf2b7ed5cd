using CityGuard.Abstractions.Security;
using CityGuard.Cities;
using CityGuard.Client;
using CityGuard.Field;
using CityGuard.Silo.Commands;
using CityGuard.Silo.Security;

namespace CityGuard.Silo.Hosting;

/// <summary>Plays the field in this process, through the SDK like any other integration, with a key of its own for this run.</summary>
internal static class FieldHosting
{
    public static void AddField(this IServiceCollection services, CityOptions options)
    {
        if (options.Field)
            services.AddHostedService<PlayedField>();
    }

    private sealed class PlayedField(CityModel city, IClusterClient cluster, ApiKeyStore keys, TimeProvider clock, ILoggerFactory logs) : BackgroundService
    {
        private const string KeyName = "played field";

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            // Keys of runs that ended without saying so are of no use to anybody.
            await keys.Revoke(KeyName);
            var key = await keys.Add(KeyName, Scope.Ingest | Scope.Read, personal: false);
            using var client = new CityGuardClient(cluster, new CityGuardClientOptions { ApiKey = key, TimeProvider = clock, LoggerFactory = logs });
            await new FieldPlayer(city, client, new FieldOptions(), clock, logs.CreateLogger<FieldPlayer>()).RunAsync(stoppingToken);
        }
    }
}
