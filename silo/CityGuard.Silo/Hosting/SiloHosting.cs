using System.Net;
using System.Net.Sockets;
using CityGuard.Grains.Hosting;
using CityGuard.Silo.Commands;
using Orleans.Configuration;

namespace CityGuard.Silo.Hosting;

/// <summary>One silo in this process, on loopback, its gateway closed.</summary>
internal static class SiloHosting
{
    public static void AddSilo(this WebApplicationBuilder builder, CityOptions options) => builder.UseOrleans(silo =>
    {
        var port = FreePort();
        silo.UseDevelopmentClustering(new IPEndPoint(IPAddress.Loopback, port));
        silo.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = ("embedded", "cityguard"));
        silo.Configure<EndpointOptions>(o =>
        {
            o.AdvertisedIPAddress = IPAddress.Loopback;
            o.SiloPort = port;
            o.GatewayPort = 0;
        });
        silo.AddCityGuardGrains();
        silo.Configure<DispatchOptions>(o => o.Mode = options.Mode);
    });

    // Two silos on the default port listen together without an error, and the silo refuses port 0: ask the machine for one, held alone.
    private static int FreePort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ExclusiveAddressUse = true };
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}
