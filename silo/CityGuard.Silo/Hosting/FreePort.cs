using System.Net;
using System.Net.Sockets;

namespace CityGuard.Silo.Hosting;

/// <summary>Ports for silos. Two silos on the default port listen together without an error, and a silo refuses port 0: so the machine is asked, and asked again whether a port is held alone.</summary>
internal static class FreePort
{
    public static int Next() => Next(IPAddress.Loopback);

    /// <summary>One on which nobody listens, at an address of this machine.</summary>
    public static int Next(IPAddress address) => Probe(new IPEndPoint(address, 0));

    /// <summary>True when nobody listens there.</summary>
    public static bool IsFree(IPEndPoint endpoint)
    {
        try
        {
            return Probe(endpoint) == endpoint.Port;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int Probe(IPEndPoint endpoint)
    {
        using var probe = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { ExclusiveAddressUse = true };
        probe.Bind(endpoint);
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}
