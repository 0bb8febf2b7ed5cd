using System.Globalization;
using Azure.Data.Tables;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;

namespace CityGuard.Storage.AzureTables;

/// <summary>
/// Last positions of a cluster. Answers from memory; each half minute it writes what changed here and reads what changed elsewhere, so that a
/// silo that takes over a district knows where everybody was, and how long ago.
/// </summary>
public sealed class TablePositionStore : IPositionStore, IAsyncDisposable
{
    private const int Buckets = 32, MostInOneTransaction = 100;
    private const string Lat = "lat", Lon = "lon", At = "at";
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);
    // A row may be stamped before it can be seen: what is read twice does no harm.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    private readonly PositionMemory _memory = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly TableClient _rows;
    private readonly TimeProvider _time;
    private DateTimeOffset _readUntil = DateTimeOffset.MinValue;
    private Task _rounds = Task.CompletedTask;

    private TablePositionStore(TableClient rows, TimeProvider time) => (_rows, _time) = (rows, time);

    internal static async Task<TablePositionStore> Open(TableNames tables, string account, TimeProvider time, CancellationToken cancel)
    {
        var store = new TablePositionStore(tables.Positions, time);
        try
        {
            await store.Read(cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (TableFault.Is(e, cancel))
        {
            throw TableFault.Explain(e, account, cancel);
        }

        store._rounds = store.Rounds();
        return store;
    }

    public PositionFix? Last(ResponderId responder) => _memory.Last(responder);

    public void Checkpoint(ResponderId responder, PositionFix fix) => _memory.Keep(responder, fix);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _rounds.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task Rounds()
    {
        using var timer = new PeriodicTimer(Period, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token).ConfigureAwait(false))
                await Round(_stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            using var patience = new CancellationTokenSource(Period / 6, _time);
            await Round(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Round(CancellationToken cancel)
    {
        try
        {
            await Write(cancel).ConfigureAwait(false);
            await Read(cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (TableFault.Is(e, cancel))
        {
            // Tried again with the next round: positions are no acknowledged facts.
        }
    }

    private async Task Write(CancellationToken cancel)
    {
        foreach (var bucket in _memory.Unwritten().GroupBy(c => Bucket(c.Key)))
            foreach (var some in bucket.Chunk(MostInOneTransaction))
            {
                var transaction = new PartitionTransaction(bucket.Key);
                foreach (var (responder, fix) in some)
                    transaction.Put(new TableEntity(bucket.Key, responder.Value) { [Lat] = fix.Position.Lat, [Lon] = fix.Position.Lon, [At] = fix.At.ToUnixTimeMilliseconds() });
                await transaction.Submit(_rows, cancel).ConfigureAwait(false);
                _memory.Wrote(some);
            }
    }

    private async Task Read(CancellationToken cancel)
    {
        var since = _readUntil == DateTimeOffset.MinValue ? _readUntil : _readUntil - Overlap;
        // By the clock of the service, which stamps the rows; by one that runs ahead nothing would be new.
        DateTimeOffset? begun = null;
        var rows = since == DateTimeOffset.MinValue ? _rows.QueryAsync<TableEntity>(cancellationToken: cancel) : _rows.QueryAsync<TableEntity>(r => r.Timestamp >= since, cancellationToken: cancel);
        await foreach (var page in rows.AsPages().ConfigureAwait(false))
        {
            begun ??= page.GetRawResponse().Headers.Date;
            foreach (var row in page.Values)
                if (ResponderId.TryParse(row.RowKey, out var responder) && row.GetDouble(Lat) is { } lat && row.GetDouble(Lon) is { } lon && row.GetInt64(At) is { } at)
                    _memory.Learn(responder, new PositionFix(new GeoPoint(Lon: lon, Lat: lat), DateTimeOffset.FromUnixTimeMilliseconds(at)));
        }

        _readUntil = begun ?? _readUntil;
    }

    // Not the id's first letters: most responders share them, and a partition is served by one server.
    private static string Bucket(ResponderId responder)
    {
        uint hash = 2_166_136_261; // FNV-1a: the same on every machine
        foreach (var letter in responder.Value)
            hash = (hash ^ letter) * 16_777_619;
        return (hash % Buckets).ToString("D2", CultureInfo.InvariantCulture);
    }
}
