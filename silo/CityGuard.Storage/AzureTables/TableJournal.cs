using Azure;
using Azure.Data.Tables;
using CityGuard.Domain.Journal;

namespace CityGuard.Storage.AzureTables;

/// <summary>
/// The journal of a cluster: Azure Tables, any number of writers. A stream is a partition; its events and its head change in one
/// transaction, under the head's tag. The library repeats what got no answer, so a refusal may be the echo of our own success: it is
/// read back before it is called a conflict.
/// </summary>
public sealed class TableJournal : IJournal
{
    private readonly CursorCache _cursors = new();
    private readonly TableClient _rows;
    private readonly OpenIndex _open;
    private readonly TimeProvider _time;
    private readonly string _account;

    internal TableJournal(TableNames tables, string account, TimeProvider time)
    {
        (_rows, _time, _account) = (tables.Journal, time, account);
        _open = new OpenIndex(tables.Open, Stored, time);
    }

    public Task<AppendResult> Append(string stream, long expectedVersion, IReadOnlyList<JournalEntry> entries, StreamHead head, CancellationToken cancel = default)
    {
        AppendRules.Check(stream, expectedVersion, entries, head);
        return Told(() => Write(stream, expectedVersion, entries, head, cancel), cancel);
    }

    public Task<HeadRecord?> ReadHead(string stream, CancellationToken cancel = default) => Told(async () =>
    {
        var row = await _rows.GetEntityIfExistsAsync<TableEntity>(stream, JournalRows.Head, cancellationToken: cancel).ConfigureAwait(false);
        if (!row.HasValue)
            return null;
        // Whoever wakes up reads the head, and appends under it next.
        _cursors.Keep(stream, JournalRows.ToCursor(row.Value!));
        return JournalRows.ToHead(row.Value!);
    }, cancel);

    public Task<IReadOnlyList<StoredEntry>> Read(string stream, long afterVersion, CancellationToken cancel = default) => Told<IReadOnlyList<StoredEntry>>(async () =>
    {
        var events = new List<StoredEntry>();
        await foreach (var row in Rows(stream, afterVersion + 1, null, null, cancel).ConfigureAwait(false))
            events.Add(JournalRows.ToEntry(row));
        return events;
    }, cancel);

    public Task<IReadOnlyList<string>> Open(string sector, CancellationToken cancel = default) => Told(() => _open.List(sector, cancel), cancel);

    public Task<bool> IsEmpty(CancellationToken cancel = default) => Told(async () =>
    {
        await foreach (var _ in _rows.QueryAsync<TableEntity>(maxPerPage: 1, select: [nameof(TableEntity.RowKey)], cancellationToken: cancel).ConfigureAwait(false))
            return false;
        return true;
    }, cancel);

    private async Task<AppendResult> Write(string stream, long expectedVersion, IReadOnlyList<JournalEntry> entries, StreamHead head, CancellationToken cancel)
    {
        // A new stream needs no look: if it is there after all, adding its first event is refused.
        var cursor = expectedVersion == 0 ? StreamCursor.None
            : _cursors.Find(stream) is { } known && known.Version == expectedVersion ? known
            : await Stored(stream, cancel).ConfigureAwait(false) ?? StreamCursor.None;
        if (cursor.Version != expectedVersion)
            return await Settle(stream, expectedVersion, entries, cancel).ConfigureAwait(false);

        var began = _time.GetTimestamp();
        var opens = head.OpenIn is { } sector && sector != cursor.OpenIn ? sector : null;
        if (opens is not null)
            await _open.Write(opens, stream, cancel).ConfigureAwait(false);
        var ends = cursor.OpenIn is { } was && was != head.OpenIn ? was : null;
        var tag = ends is null ? null : await _open.Tag(ends, stream, cancel).ConfigureAwait(false);

        if (await Commit(stream, cursor, entries, head, cancel).ConfigureAwait(false) != AppendResult.Appended)
            return AppendResult.Conflict;
        if (opens is not null && _open.IsDoubtful(began))
            await _open.Write(opens, stream, cancel).ConfigureAwait(false);
        if (tag is { } last)
            await _open.Delete(ends!, stream, last, cancel).ConfigureAwait(false);
        return AppendResult.Appended;
    }

    private async Task<AppendResult> Commit(string stream, StreamCursor cursor, IReadOnlyList<JournalEntry> entries, StreamHead head, CancellationToken cancel)
    {
        var transaction = new PartitionTransaction(stream);
        var (version, hash) = (cursor.Version, cursor.Hash);
        foreach (var entry in entries)
        {
            var next = new byte[JournalChain.HashLength];
            JournalChain.Next(hash, stream, ++version, entry.EventId, entry.Json.Span, next);
            transaction.Add(JournalRows.OfEvent(stream, version, entry, hash = next, head.OpenIn));
        }

        var row = JournalRows.OfHead(stream, version, hash, head);
        _ = cursor.Tag is { } tag ? transaction.Merge(row, tag) : transaction.Add(row);
        try
        {
            if (await transaction.Submit(_rows, cancel).ConfigureAwait(false) is { } written)
                _cursors.Keep(stream, new StreamCursor(version, hash, head.OpenIn, written));
            else
                _cursors.Forget(stream);
            return AppendResult.Appended;
        }
        catch (RequestFailedException refused) when (refused.Status is 409 or 412)
        {
            return await Settle(stream, cursor.Version, entries, cancel).ConfigureAwait(false);
        }
        catch
        {
            _cursors.Forget(stream);
            throw;
        }
    }

    /// <summary>Somebody has those versions: ours when every event is the very one that was to be written.</summary>
    private async Task<AppendResult> Settle(string stream, long expectedVersion, IReadOnlyList<JournalEntry> entries, CancellationToken cancel)
    {
        _cursors.Forget(stream);
        var at = 0;
        await foreach (var row in Rows(stream, expectedVersion + 1, expectedVersion + entries.Count, JournalRows.IdentityColumns, cancel).ConfigureAwait(false))
            if (at == entries.Count || row.RowKey != JournalRows.Row(expectedVersion + 1 + at) || JournalRows.EventIdOf(row) != entries[at++].EventId)
                return AppendResult.Conflict;
        return at == entries.Count ? AppendResult.Appended : AppendResult.Conflict;
    }

    private async Task<StreamCursor?> Stored(string stream, CancellationToken cancel)
    {
        var row = await _rows.GetEntityIfExistsAsync<TableEntity>(stream, JournalRows.Head, JournalRows.CursorColumns, cancel).ConfigureAwait(false);
        return row.HasValue ? JournalRows.ToCursor(row.Value!) : null;
    }

    private AsyncPageable<TableEntity> Rows(string stream, long from, long? to, IEnumerable<string>? columns, CancellationToken cancel)
    {
        var (first, last) = (JournalRows.Row(from), to is { } version ? JournalRows.Row(version) : "e~");
        return _rows.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {stream} and RowKey ge {first} and RowKey le {last}"), select: columns, cancellationToken: cancel);
    }

    private Task<T> Told<T>(Func<Task<T>> ask, CancellationToken cancel) => TableFault.Told(_account, ask, cancel);
}
