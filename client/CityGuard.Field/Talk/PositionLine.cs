using CityGuard.Abstractions.Responders;
using CityGuard.Client;

namespace CityGuard.Field.Talk;

/// <summary>Sends the positions of each tick as one batch. When the city is behind they are dropped: the next ones are better.</summary>
internal sealed class PositionLine(CityGuardClient client, TimeProvider time, Tally tally, CancellationToken stopping) : IAsyncDisposable
{
    private const int MostBatches = 4;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _free = new(MostBatches);
    private List<PositionReport> _positions = [];

    public void Add(PositionReport position) => _positions.Add(position);

    public void Flush()
    {
        if (_positions.Count == 0)
            return;
        var batch = _positions;
        _positions = [];
        if (_free.Wait(0, CancellationToken.None))
            _ = Send(batch);
        else
            tally.Add(Counted.PositionRejected, batch.Count);
    }

    /// <summary>Waits until nothing is being sent any more; call after stopping.</summary>
    public async ValueTask DisposeAsync()
    {
        for (var i = 0; i < MostBatches; i++)
            await _free.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        _free.Dispose();
    }

    private async Task Send(List<PositionReport> batch)
    {
        try
        {
            using var runsOut = new CancellationTokenSource(_patience, time);
            using var any = CancellationTokenSource.CreateLinkedTokenSource(runsOut.Token, stopping);
            var receipt = await client.ReportPositionsAsync(batch, any.Token).ConfigureAwait(false);
            tally.Add(Counted.PositionAccepted, receipt.Accepted);
            tally.Add(Counted.PositionRejected, receipt.Rejected.Count);
        }
        catch (Exception exception) when (exception is CityGuardException or OperationCanceledException)
        {
            tally.Add(Counted.PositionRejected, batch.Count);
        }
        finally
        {
            _free.Release();
        }
    }
}
