using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace CityGuard.Storage.AzureTables;

/// <summary>Makes the transport of a client; tests put their faults there, where the library's own retries meet them.</summary>
/// <param name="inner">What would carry the requests.</param>
public delegate HttpPipelineTransport HttpPipelineTransportFactory(HttpPipelineTransport inner);

/// <summary>How long a request to the tables is tried. An actor waits for it, and so does a person: a table service that hangs must be known as hanging within seconds.</summary>
internal static class TableRetries
{
    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(4);

    public static TableClientOptions Options(HttpPipelineTransportFactory? transport)
    {
        // Shorter than what balancers and servers keep: a connection that they closed is not tried first.
        var http = new HttpClientTransport(new HttpClient(new SocketsHttpHandler
        {
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2),
            MaxConnectionsPerServer = 2 * RequestGate.Width,
            ConnectTimeout = OneTry,
        }));
        var options = new TableClientOptions { Transport = transport is null ? http : transport(http) };
        options.AddPolicy(new RequestGate(), HttpPipelinePosition.PerCall);
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 2;
        options.Retry.NetworkTimeout = OneTry;
        options.Retry.Delay = TimeSpan.FromMilliseconds(50);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(1);
        return options;
    }
}
