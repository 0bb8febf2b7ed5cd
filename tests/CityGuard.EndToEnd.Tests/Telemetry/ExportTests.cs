using System.Buffers.Text;
using CityGuard.Silo.Hosting;
using CityGuard.Tests.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Shouldly;
using Xunit;

namespace CityGuard.EndToEnd.Tests.Telemetry;

/// <summary>What leaves the host for a collector: everything when one is named, nothing otherwise.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task A_named_collector_is_sent_the_trace_of_an_incident_and_the_figures()
    {
        using var collector = new Collector();
        await using var host = new SampleHost(new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        });
        await host.InitializeAsync();
        await host.Positions();
        var (status, body) = await host.Post(
            "/api/v1/incidents", """{"source":"export","sourceId":"1","type":"theft","severity":"low","location":{"cell":"c-00015"},"description":"Mr. Nobody"}""");
        status.ShouldBe(201);
        var id = body.GetProperty("id").GetString()!;
        var trace = Base64Url.DecodeFromChars(id.AsSpan(2));

        await Until.True(() => collector.WasSent("/v1/traces", trace) && collector.WasSent("/v1/traces", "call processing"));
        foreach (var told in (string[])["CityGuard.Incidents", id, "reserve", "Microsoft.Orleans.Application", "cityguard", "service.instance.id"])
            await Until.True(() => collector.WasSent("/v1/traces", told));
        foreach (var figure in (string[])
            [
                "cityguard.report.acknowledgement.duration", "cityguard.dispatch.duration", "cityguard.journal.append.duration", "cityguard.journal.queue",
                "cityguard.assignments.pending", "cityguard.incidents.overdue", "cityguard.feed.age", "http.server.request.duration", "orleans-", "dotnet.",
            ])
            await Until.True(() => collector.WasSent("/v1/metrics", figure));
        collector.WasSent("/v1/traces", "Nobody").ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, false, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", true, true)]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", true, false)]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", false, true)]
    public void Nothing_is_collected_that_nobody_asked_for(string? named, bool traces, bool figures)
    {
        var builder = WebApplication.CreateBuilder();
        foreach (var name in (string[])["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"])
            builder.Configuration[name] = name == named ? "http://127.0.0.1:1" : "";
        builder.AddTelemetry();
        using var services = builder.Services.BuildServiceProvider();
        (services.GetService<TracerProvider>() is not null, services.GetService<MeterProvider>() is not null).ShouldBe((traces, figures));
    }
}
