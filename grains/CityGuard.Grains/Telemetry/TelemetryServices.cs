using Microsoft.Extensions.DependencyInjection;

namespace CityGuard.Grains.Telemetry;

internal static class TelemetryServices
{
    /// <summary>What actors of a silo tell about themselves. Until somebody listens it is next to nothing.</summary>
    public static void AddCityTelemetry(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<IncidentTracer>();
        services.AddSingleton<CityFigures>();
        services.AddSingleton<JournalCondition>();
        services.AddSingleton<JournalWatcher>();
    }
}
