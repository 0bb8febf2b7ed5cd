using System.Net;
using System.Net.Sockets;

namespace CityGuard.Silo.Hosting;

/// <summary>Ports for silos. Two silos on the default port listen together without an error, and a silo refuses port 0: so the machine is asked, and asked again whether a port is held alone.</summary>
internal static class FreePort
{
    public static int Next() => Probe(0);

    /// <summary>True when nobody listens there.</summary>
    public static bool IsFree(int port)
    {
        try
        {
            return Probe(port) == port;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int Probe(int port)
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ExclusiveAddressUse = true };
        probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}
