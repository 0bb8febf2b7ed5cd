using System.Reflection;
using CityGuard.Grains.Telemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace CityGuard.Silo.Hosting;

/// <summary>
/// Sends spans and figures to an OpenTelemetry collector when one is named by the standard variables, of which the package reads the rest (protocol, headers, intervals).
/// Without a name nothing is collected and nothing leaves the machine.
/// </summary>
internal static class Telemetry
{
    private const string Traces = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", Metrics = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", Both = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string Sampler = "OTEL_TRACES_SAMPLER", OrleansCalls = "Microsoft.Orleans.Application", OrleansFigures = "Microsoft.Orleans", RuntimeFigures = "System.Runtime";

    /// <summary>Of calls that belong to no incident. Every position of every patrol is one; incidents are told always and whole.</summary>
    private const double OtherCalls = 0.01;

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var (traces, metrics) = (builder.Configuration.Names(Traces), builder.Configuration.Names(Metrics));
        if (!traces && !metrics)
            return;
        var version = typeof(Telemetry).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        // What the operator says by the standard variables outweighs our own words.
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("cityguard", serviceVersion: version).AddEnvironmentVariableDetector());
        if (metrics)
            telemetry.WithMetrics(m => m.AddMeter(CitySources.Figures, OrleansFigures, RuntimeFigures).AddAspNetCoreInstrumentation().AddOtlpExporter());
        if (traces)
            telemetry.WithTracing(t => Sampled(t, builder.Configuration)
                .AddSource(CitySources.Incidents, OrleansCalls)
                .AddAspNetCoreInstrumentation(o => o.Filter = http => !http.Request.Path.StartsWithSegments("/health"))
                .AddOtlpExporter());
    }

    /// <summary>Calls between actors carry the trace they belong to; only where traces are sent, for it costs each call something.</summary>
    public static void AddTelemetry(this ISiloBuilder silo)
    {
        if (silo.Configuration.Names(Traces))
            silo.AddActivityPropagation();
    }

    /// <summary>The same for a node that is only a client.</summary>
    public static void AddTelemetry(this IClientBuilder client)
    {
        if (client.Configuration.Names(Traces))
            client.AddActivityPropagation();
    }

    private static bool Names(this IConfiguration settings, string own) => settings[own] is { Length: > 0 } || settings[Both] is { Length: > 0 };

    private static TracerProviderBuilder Sampled(TracerProviderBuilder traces, ConfigurationManager settings)
        => settings[Sampler] is { Length: > 0 } ? traces : traces.SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(OtherCalls)));
}
