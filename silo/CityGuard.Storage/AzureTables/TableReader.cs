using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using CityGuard.Domain.Journal;
using CityGuard.Storage.Reading;

namespace CityGuard.Storage.AzureTables;

/// <summary>
/// Reads the journal of a cluster as of one moment, while the silos go on writing. Rows carry the time at which the service took them; what was taken
/// after the moment is left out. A fact that follows from another was asked for after that one was acknowledged, so with every fact the
/// reading holds all that it follows from.
/// </summary>
public sealed class TableReader : JournalSource
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    private readonly TableNames _tables;
    private readonly string _account;
    private readonly DateTimeOffset _moment;

    private TableReader(TableNames tables, string account, DateTimeOffset moment) => (_tables, _account, _moment) = (tables, account, moment);

    internal override long? Count => null;

    /// <exception cref="StorageException">The tables cannot be read; the message is one readable line.</exception>
    public static async Task<TableReader> Open(TableStore store, CancellationToken cancel = default)
    {
        try
        {
            // The service's own clock, in whole seconds rounded down: nothing of that moment is still to come. The next second is waited for, so that
            // what was acknowledged before this call is in it.
            var called = await Now(store, cancel).ConfigureAwait(false);
            DateTimeOffset moment;
            while ((moment = await Now(store, cancel).ConfigureAwait(false)) <= called)
                await Task.Delay(BetweenLooks, cancel).ConfigureAwait(false);
            return new TableReader(store.Tables, store.Account, moment);
        }
        catch (Exception e) when (TableFault.Is(e, cancel))
        {
            throw TableFault.Explain(e, store.Account, cancel);
        }
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<DateTimeOffset> Now(TableStore store, CancellationToken cancel)
    {
        var answer = await store.Tables.Journal.GetEntityIfExistsAsync<TableEntity>(JournalBinding.Stream, JournalRows.Head, cancellationToken: cancel).ConfigureAwait(false);
        return answer.GetRawResponse().Headers.Date ?? throw new StorageFailedException($"{store.Account}: the tables do not tell the time.");
    }

    internal override async IAsyncEnumerable<ReadStream> Streams([EnumeratorCancellation] CancellationToken cancel)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var open = new HashSet<(string Sector, string Stream)>();
        await foreach (var row in Told(_tables.Open.QueryAsync<TableEntity>(select: [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey)], cancellationToken: cancel), cancel).ConfigureAwait(false))
            open.Add((row.PartitionKey, row.RowKey));

        var rows = new List<TableEntity>();
        await foreach (var row in Told(_tables.Journal.QueryAsync<TableEntity>(cancellationToken: cancel), cancel).ConfigureAwait(false))
        {
            if (rows.Count > 0 && rows[0].PartitionKey != row.PartitionKey)
            {
                if (Read(rows, ids, open) is { } read)
                    yield return read;
                rows.Clear();
            }

            rows.Add(row);
        }

        if (rows.Count > 0 && Read(rows, ids, open) is { } last)
            yield return last;
    }

    /// <summary>Null: nothing of the stream was there at the moment.</summary>
    private ReadStream? Read(List<TableEntity> rows, HashSet<string> ids, HashSet<(string Sector, string Stream)> open)
    {
        var (name, faults) = (rows[0].PartitionKey, new List<string>());
        var here = rows.FindAll(row => !JournalRows.IsHead(row));
        var events = here.FindAll(row => row.Timestamp <= _moment);
        var head = rows.Find(JournalRows.IsHead);
        // A stream that has been written to since tells of the moment by its events alone: its head has gone on, perhaps between two answers of
        // the service, so that it may know of events that are not even here.
        var isStill = head?.Timestamp <= _moment && events.Count == here.Count;
        if (events.Count == 0 && !isStill)
            return null;

        if (head is null)
            faults.Add($"{name}: it has no head");
        else if (!IsWhole(here, JournalRows.HeadVersion(head), isStill) || (events.Count > 0 && events[^1].RowKey != JournalRows.Row(events.Count)))
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: versions are not contiguous: {here.Count} events, the head says {JournalRows.HeadVersion(head)}"));
        List<StoredEntry> entries = [.. events.Select(JournalRows.ToEntry)];
        foreach (var entry in entries)
            if (!ids.Add(entry.EventId))
                faults.Add($"event id {entry.EventId} is there more than once");

        var last = isStill ? head! : events[^1];
        var openIn = JournalRows.OpenInOf(last);
        // The list is of now: only where nothing has happened since must it agree.
        var listFault = isStill && openIn is not null && !open.Contains((openIn, name)) ? $"{name}: it is open and in no sector's list" : null;
        return new ReadStream(new StoredStream(name, entries.Count, JournalRows.HashOf(last), openIn, isStill ? JournalRows.SnapshotVersionOf(last) : 0), entries, faults, listFault);
    }

    /// <summary>Those that are here are the first ones, without a gap; and the head knows all of them, and no more where nothing has happened since.</summary>
    private static bool IsWhole(List<TableEntity> here, long version, bool isStill)
        => (isStill ? version == here.Count : version >= here.Count) && here.Select((row, i) => row.RowKey == JournalRows.Row(i + 1)).All(isNext => isNext);

    private async IAsyncEnumerable<TableEntity> Told(AsyncPageable<TableEntity> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var each = rows.GetAsyncEnumerator(cancel);
        while (true)
        {
            try
            {
                if (!await each.MoveNextAsync().ConfigureAwait(false))
                    yield break;
            }
            catch (Exception e) when (TableFault.Is(e, cancel))
            {
                throw TableFault.Explain(e, _account, cancel);
            }

            yield return each.Current;
        }
    }
}
