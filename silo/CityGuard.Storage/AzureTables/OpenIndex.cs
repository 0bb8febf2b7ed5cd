using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;

namespace CityGuard.Storage.AzureTables;

/// <summary>
/// Which streams are open work of a sector: rows beside the journal, in partitions of their own, which no transaction reaches together with
/// the stream. So a row is written before the event that opens and deleted after the one that ends: always a superset of the truth. What a
/// crash leaves over is swept out here, by looking at the heads.
/// </summary>
internal sealed class OpenIndex(TableClient rows, Func<string, CancellationToken, Task<StreamCursor?>> head, TimeProvider time)
{
    /// <summary>
    /// Age at which a row whose stream is not open here counts as left over. Younger ones may belong to an append that is still on its way;
    /// an append that took longer than <see cref="Doubtful"/> writes its row again before it is acknowledged.
    /// </summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Doubtful = TimeSpan.FromMinutes(5);

    /// <summary>How often an old row is looked into.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(10);

    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<(string Sector, string Stream), long> _looked = new();

    /// <summary>True when so much time has passed since a row was written that a sweep may have taken it.</summary>
    public bool IsDoubtful(long since) => time.GetElapsedTime(since) > Doubtful;

    /// <summary>Before the event: whoever looks from now on finds the stream.</summary>
    public Task Write(string sector, string stream, CancellationToken cancel)
        => rows.UpsertEntityAsync(new TableEntity(sector, stream), TableUpdateMode.Replace, cancel);

    /// <summary>The row's tag, before the event that ends it: one that is written again meanwhile is not deleted.</summary>
    public async Task<ETag?> Tag(string sector, string stream, CancellationToken cancel)
    {
        var row = await rows.GetEntityIfExistsAsync<TableEntity>(sector, stream, [nameof(TableEntity.RowKey)], cancel).ConfigureAwait(false);
        return row.HasValue ? row.Value!.ETag : null;
    }

    /// <summary>After the event. A row that stays is only one too many.</summary>
    public async Task Delete(string sector, string stream, ETag tag, CancellationToken cancel)
    {
        try
        {
            await rows.DeleteEntityAsync(sector, stream, tag, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (TableFault.Is(e, cancel))
        {
            // Written again by whoever opens it again (412), or not reachable: the sweep finds it.
        }
    }

    public async Task<IReadOnlyList<string>> List(string sector, CancellationToken cancel)
    {
        var listed = new List<string>();
        var old = new List<TableEntity>();
        await foreach (var page in rows.QueryAsync<TableEntity>(r => r.PartitionKey == sector, cancellationToken: cancel).AsPages().ConfigureAwait(false))
        {
            // The service stamps the rows, so its clock tells their age: by one that runs ahead, a row just written were old.
            var now = page.GetRawResponse().Headers.Date;
            foreach (var row in page.Values)
            {
                listed.Add(row.RowKey);
                if (now - row.Timestamp > Settled && IsDue(row))
                    old.Add(row);
            }
        }

        foreach (var row in old)
            if (!await IsTrue(row, cancel).ConfigureAwait(false))
            {
                await Delete(sector, row.RowKey, row.ETag, cancel).ConfigureAwait(false);
                listed.Remove(row.RowKey);
            }

        listed.Sort(StringComparer.Ordinal);
        return listed;
    }

    private bool IsDue(TableEntity row) => !_looked.TryGetValue((row.PartitionKey, row.RowKey), out var at) || time.GetElapsedTime(at) >= LookAgain;

    private async Task<bool> IsTrue(TableEntity row, CancellationToken cancel)
    {
        var isTrue = (await head(row.RowKey, cancel).ConfigureAwait(false))?.OpenIn == row.PartitionKey;
        if (_looked.Count >= MostRemembered)
            _looked.Clear(); // those of streams that have ended since
        if (isTrue)
            _looked[(row.PartitionKey, row.RowKey)] = time.GetTimestamp();
        else
            _looked.TryRemove((row.PartitionKey, row.RowKey), out _);
        return isTrue;
    }
}
