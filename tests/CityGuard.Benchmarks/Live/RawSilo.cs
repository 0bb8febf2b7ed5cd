using System.Diagnostics;
using System.Net;
using CityGuard.Benchmarks.Reporting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace CityGuard.Benchmarks.Live;

/// <summary>A grain that does nothing, and one that calls it.</summary>
[Alias("CityGuard.Benchmarks.IRawGrain")]
internal interface IRawGrain : IGrainWithIntegerKey
{
    [Alias("Nothing")]
    Task Nothing();

    [Alias("Call")]
    Task<int> Call(IRawGrain[] others, int times);
}

internal sealed class RawGrain : Grain, IRawGrain
{
    public Task Nothing() => Task.CompletedTask;

    public async Task<int> Call(IRawGrain[] others, int times)
    {
        for (var i = 0; i < times; i++)
            await others[i % others.Length].Nothing();
        return times;
    }
}

/// <summary>Awaited grain-to-grain calls on an empty silo in this process: the ceiling of everything else.</summary>
internal static class RawSilo
{
    private const int Callers = 100, Callees = 1_000, Batch = 500;

    public static async Task<double> Run(Report report)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.UseOrleans(silo =>
        {
            var port = CityGuard.Tests.Shared.HostProcess.FreePort();
            silo.UseDevelopmentClustering(new IPEndPoint(IPAddress.Loopback, port));
            silo.Configure<EndpointOptions>(o => (o.AdvertisedIPAddress, o.SiloPort, o.GatewayPort) = (IPAddress.Loopback, port, 0));
        });
        using var host = builder.Build();
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var callees = Enumerable.Range(0, Callees).Select(i => grains.GetGrain<IRawGrain>(i)).ToArray();
        await Task.WhenAll(callees.Select(c => c.Nothing()));
        await Measure(grains, callees, TimeSpan.FromSeconds(2));
        var rate = await Measure(grains, callees, TimeSpan.FromSeconds(6));
        report.Add("raw_calls_per_s", rate, "1/s");
        await host.StopAsync();
        return rate;
    }

    private static async Task<double> Measure(IGrainFactory grains, IRawGrain[] callees, TimeSpan during)
    {
        var clock = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Callers).Select(async i =>
        {
            var caller = grains.GetGrain<IRawGrain>(Callees + i);
            long done = 0;
            while (clock.Elapsed < during)
                done += await caller.Call(callees, Batch);
            return done;
        }));
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }
}
