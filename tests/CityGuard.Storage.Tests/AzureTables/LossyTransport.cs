using Azure.Core;
using Azure.Core.Pipeline;

namespace CityGuard.Storage.Tests.AzureTables;

/// <summary>A network below the library's own retries: it can lose a request before it arrives, or only the answer to it.</summary>
internal sealed class LossyTransport(HttpPipelineTransport inner) : HttpPipelineTransport
{
    private Func<Request, Loss>? _next;
    private (Func<Request, bool> Which, Func<Task> Meanwhile)? _before;

    public int Lost { get; private set; }

    public int Sent { get; private set; }

    /// <summary>How much later than this machine's the service's clock is said to be.</summary>
    public TimeSpan ServiceIsLaterBy { get; set; }

    /// <summary>The next batch, that is an append, loses this; what follows goes through.</summary>
    public void LoseNextAppend(Loss loss) => Lose(request => request.Uri.ToString().Contains("$batch", StringComparison.Ordinal), loss, 1);

    /// <summary>So many requests that this fits.</summary>
    public void Lose(Func<Request, bool> which, Loss loss, int times)
    {
        var left = times;
        _next = request => left > 0 && which(request) ? Spent() : Loss.Nothing;

        Loss Spent()
        {
            left--;
            return loss;
        }
    }

    /// <summary>Something happens before the next append arrives.</summary>
    public void BeforeNextAppend(Func<Task> meanwhile) => BeforeNext(request => request.Uri.ToString().Contains("$batch", StringComparison.Ordinal), meanwhile);

    /// <summary>Something happens before the next request that this fits arrives.</summary>
    public void BeforeNext(Func<Request, bool> which, Func<Task> meanwhile) => _before = (which, meanwhile);

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException("nothing here waits synchronously");

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        Sent++;
        if (_before is { } before && before.Which(message.Request))
        {
            _before = null;
            await before.Meanwhile();
        }

        var loss = _next?.Invoke(message.Request) ?? Loss.Nothing;
        if (loss == Loss.Request)
            throw Broken();
        await inner.ProcessAsync(message);
        if (loss == Loss.Answer)
            throw Broken();
        if (ServiceIsLaterBy > TimeSpan.Zero)
            message.Response = new LaterResponse(message.Response, ServiceIsLaterBy);
    }

    private Azure.RequestFailedException Broken()
    {
        Lost++;
        return new Azure.RequestFailedException(0, "the connection broke (injected)", new IOException("injected"));
    }
}

/// <summary>What the network loses.</summary>
internal enum Loss
{
    Nothing,
    Request,
    Answer,
}
