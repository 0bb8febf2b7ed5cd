using System.Net;
using CityGuard.Grains.Hosting;
using CityGuard.Silo.Cluster;
using CityGuard.Silo.Commands;
using Orleans.Configuration;

namespace CityGuard.Silo.Hosting;

/// <summary>The silo in this process: alone on loopback with its gateway closed, or one of a cluster.</summary>
internal static class SiloHosting
{
    public static void AddSilo(this WebApplicationBuilder builder, CityOptions options) => builder.UseOrleans(silo =>
    {
        if (options.Cluster is { } cluster)
            silo.Join(cluster);
        else
            silo.StayAlone();
        silo.AddCityGuardGrains();
        silo.AddTelemetry();
        silo.AddDashboard(options);
        silo.Configure<DispatchOptions>(o => o.Mode = options.Mode);
    });

    private static void StayAlone(this ISiloBuilder silo)
    {
        var port = FreePort.Next();
        silo.UseDevelopmentClustering(new IPEndPoint(IPAddress.Loopback, port));
        silo.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = ("embedded", "cityguard"));
        silo.Configure<EndpointOptions>(o =>
        {
            o.AdvertisedIPAddress = IPAddress.Loopback;
            o.SiloPort = port;
            o.GatewayPort = 0;
        });
    }
}
