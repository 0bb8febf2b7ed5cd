using System.Net;
using CityGuard.Silo.Commands;
using CityGuard.Silo.Hosting;
using Microsoft.Extensions.Logging.Console;
using Orleans.Configuration;

namespace CityGuard.Silo.Cluster;

/// <summary>Makes this process a silo of a cluster, or a client of one.</summary>
internal static class ClusterHosting
{
    private const string Service = "cityguard";

    /// <summary>How soon a client turns away from a gateway that died.</summary>
    private static readonly TimeSpan GatewayListRefresh = TimeSpan.FromSeconds(3);

    public static void Join(this ISiloBuilder silo, ClusterSettings cluster)
    {
        silo.UseRedisClustering(o => o.ConfigurationOptions = cluster.Redis.ForMembership());
        silo.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (cluster.Name, Service));
        silo.Configure<ClusterMembershipOptions>(Membership.Tune);
        silo.Services.AddSingleton<IFatalErrorHandler, FatalSilo>();
        silo.Configure<EndpointOptions>(o =>
        {
            o.AdvertisedIPAddress = cluster.Endpoint.Address;
            o.SiloPort = Port(cluster.Endpoint);
            o.GatewayPort = Port(new IPEndPoint(cluster.Endpoint.Address, cluster.GatewayPort));
        });
        if (cluster.Certificates is { } certificates)
            silo.UseTls(certificates.Configure);
    }

    public static void AddClient(this WebApplicationBuilder builder, ClusterSettings cluster) => builder.UseOrleansClient(client =>
    {
        client.UseRedisClustering(o => o.ConfigurationOptions = cluster.Redis.ForMembership());
        client.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (cluster.Name, Service));
        client.Configure<GatewayOptions>(o => o.GatewayListRefreshPeriod = GatewayListRefresh);
        client.UseConnectionRetryFilter<WebNodePatience>();
        client.AddTelemetry();
        if (cluster.Certificates is { } certificates)
            client.UseTls(certificates.Configure);
    });

    /// <summary>Tells of connections between nodes in place of Orleans.</summary>
    public static void TellConnections(this WebApplicationBuilder builder, TimeProvider clock)
    {
        var log = new ConnectionLog(clock, Console.Error);
        builder.Services.AddSingleton(log);
        builder.Logging.AddProvider(log);
        foreach (var category in ConnectionLog.Categories)
            builder.Logging.AddFilter<ConsoleLoggerProvider>(category, LogLevel.None);
    }

    /// <exception cref="CommandException">Another process listens there: two silos on one port would hear half of what is said to each.</exception>
    private static int Port(IPEndPoint wanted)
        => wanted.Port == 0 ? FreePort.Next(wanted.Address)
            : FreePort.IsFree(wanted) ? wanted.Port
            : throw new CommandException(ExitCodes.Environment, $"{wanted} is in use by another process, or no address of this machine; choose another with --endpoint or gatewayPort.");
}
