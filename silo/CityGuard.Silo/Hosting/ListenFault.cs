using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace CityGuard.Silo.Hosting;

/// <summary>Why an address cannot be served, in one line that says what to do.</summary>
internal static class ListenFault
{
    private const string WebServer = "Microsoft.AspNetCore.Server.Kestrel";

    /// <summary>Null: the fault is about something else.</summary>
    public static string? Explain(Exception fault, string urls) => fault switch
    {
        IOException { InnerException: AddressInUseException } => $"{urls} is in use by another process; choose another with --urls.",
        // localhost is two addresses; each has its own fault.
        IOException { InnerException: AggregateException { InnerExceptions: [var first, ..] } } => Explain(first, urls),
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => $"{urls} is not an address of this machine; choose another with --urls.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => $"{urls} may not be listened on by this user (ports below 1024 often belong to root); choose another with --urls.",
        SocketException socket => $"{urls} cannot be listened on: {socket.Message}",
        InvalidOperationException when IsOfWebServer(fault) && urls.Contains("https:", StringComparison.OrdinalIgnoreCase)
            => $"{urls} needs a certificate and this machine has none for it; listen on http and let a proxy in front speak https.",
        InvalidOperationException when IsOfWebServer(fault) => $"{urls} cannot be listened on: {fault.Message}",
        _ => null,
    };

    private static bool IsOfWebServer(Exception fault) => fault.Source?.StartsWith(WebServer, StringComparison.Ordinal) == true;
}
