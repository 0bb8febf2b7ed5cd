using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace CityGuard.Field.Talk;

/// <summary>Something heard, to be taken in on the world's own thread.</summary>
internal delegate void Heard(FieldWorld world, long now);

/// <summary>Talks with the city, a bounded number of exchanges at a time; what is heard goes to an inbox.</summary>
internal sealed class Line(ChannelWriter<Heard> inbox, TimeProvider time, Tally tally, ILogger logger, CancellationToken stopping) : IAsyncDisposable
{
    private const int MostAtOnce = 64;
    private readonly SemaphoreSlim _free = new(MostAtOnce);

    /// <summary>Starts an exchange and returns at once.</summary>
    /// <param name="patience">When it takes longer, nobody answered.</param>
    /// <param name="exchange">The exchange; returns what was heard.</param>
    /// <param name="unanswered">What is heard when nobody answered.</param>
    /// <param name="over">Ends it without a word: it has become pointless.</param>
    public void Say(TimeSpan patience, Func<CancellationToken, Task<Heard?>> exchange, Heard? unanswered, CancellationToken over)
        => _ = Exchange(patience, exchange, unanswered, over);

    /// <summary>Waits until nothing is being said any more; call after stopping.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var i = 0; i < MostAtOnce; i++)
            await _free.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        _free.Dispose();
    }

    private async Task Exchange(TimeSpan patience, Func<CancellationToken, Task<Heard?>> exchange, Heard? unanswered, CancellationToken over)
    {
        var isMine = false;
        try
        {
            await _free.WaitAsync(stopping).ConfigureAwait(false);
            isMine = true;
            using var runsOut = new CancellationTokenSource(patience, time);
            using var any = CancellationTokenSource.CreateLinkedTokenSource(runsOut.Token, over, stopping);
            Hear(await exchange(any.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested || over.IsCancellationRequested)
        {
            // Nobody waits for it any more.
        }
        catch (Exception exception)
        {
            // Out of patience, or given up by the SDK: either way unanswered, and said again by whoever needs it.
            tally.Add(Counted.Unanswered);
            logger.LogDebug("Nobody answered: {Why}", exception.Message);
            Hear(unanswered);
        }
        finally
        {
            if (isMine)
                _free.Release();
        }
    }

    private void Hear(Heard? heard)
    {
        if (heard is not null)
            inbox.TryWrite(heard);
    }
}
