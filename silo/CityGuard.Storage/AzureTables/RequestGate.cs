using Azure.Core;
using Azure.Core.Pipeline;

namespace CityGuard.Storage.AzureTables;

/// <summary>
/// How many requests are under way at once. When a silo wakes, tens of thousands of actors read at the same moment: those beyond the gate wait here,
/// where no time-out of the network counts, and not in a queue of the service. What is written has a gate of its own, so that an
/// append waits behind actors that wake only for what it has to read before.
/// </summary>
#pragma warning disable CA1001 // it lives as long as the client, which nobody disposes either; a semaphore without a wait handle holds nothing
internal sealed class RequestGate : HttpPipelinePolicy
#pragma warning restore CA1001
{
    /// <summary>Through one gate. Both together are the connections that the client keeps.</summary>
    public const int Width = 32;

    private readonly SemaphoreSlim _reading = new(Width), _writing = new(Width);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => ProcessNext(message, pipeline);

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        var gate = message.Request.Method == RequestMethod.Get ? _reading : _writing;
        await gate.WaitAsync(message.CancellationToken).ConfigureAwait(false);
        try
        {
            await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }
}
