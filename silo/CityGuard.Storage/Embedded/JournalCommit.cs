using CityGuard.Domain.Journal;
using CityGuard.Storage.Sqlite;

namespace CityGuard.Storage.Embedded;

/// <summary>
/// Writes a batch of appends as one transaction. Used by the writer's thread alone, which is the only writer there is;
/// so it may remember where the streams stand.
/// </summary>
internal sealed class JournalCommit : IBatchCommit<AppendRequest>
{
    private const int RememberedStreams = 65_536;

    private readonly Dictionary<string, StreamCursor> _cursors = new(StringComparer.Ordinal);
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _find;
    private readonly Statement _findEvent;
    private readonly Statement _insertEvent;
    private readonly Statement _insertStream;
    private readonly Statement _updateStream;
    private readonly Statement _snapshot;
    private readonly Statement _lastStream;
    private readonly Database _database;
    private long _nextStream;

    public JournalCommit(Database database)
    {
        _database = database;
        _begin = database.Prepare("BEGIN IMMEDIATE");
        _commit = database.Prepare("COMMIT");
        _find = database.Prepare("SELECT id, version, hash FROM streams WHERE name = ?");
        _findEvent = database.Prepare("SELECT 1 FROM events WHERE stream = ? AND version = ? AND event_id = ?");
        _insertEvent = database.Prepare("INSERT INTO events (stream, version, event_id, json, hash) VALUES (?, ?, ?, ?, ?)");
        _insertStream = database.Prepare("INSERT INTO streams (id, name, version, hash, open_in) VALUES (?, ?, ?, ?, ?)");
        _updateStream = database.Prepare("UPDATE streams SET version = ?, hash = ?, open_in = ? WHERE id = ?");
        _snapshot = database.Prepare("INSERT INTO snapshots (stream, version, state) VALUES (?, ?, ?) ON CONFLICT (stream) DO UPDATE SET version = excluded.version, state = excluded.state");
        _lastStream = database.Prepare("SELECT coalesce(max(id), 0) FROM streams");
        Forget();
    }

    public void Write(List<AppendRequest> batch)
    {
        while (Try(batch) is { } offender)
            batch.Remove(offender);
    }

    public void Dispose()
    {
        foreach (var statement in new[] { _begin, _commit, _find, _findEvent, _insertEvent, _insertStream, _updateStream, _snapshot, _lastStream })
            statement.Dispose();
    }

    private AppendRequest? Try(List<AppendRequest> batch)
    {
        _begin.Run();
        foreach (var request in batch)
        {
            try
            {
                request.Outcome = Apply(request);
            }
            catch (SqliteFault fault) when (fault.IsConstraint)
            {
                _database.Execute("ROLLBACK");
                Forget();
                request.Refuse(new InvalidOperationException($"The append to {request.Stream} was refused, nothing of it was written: {fault.Message}.", fault));
                return request;
            }
        }

        _commit.Run();
        return null;
    }

    private AppendResult Apply(AppendRequest request)
    {
        var cursor = Find(request.Stream);
        if (cursor.Version != request.ExpectedVersion)
            return IsRepeated(cursor, request) ? AppendResult.Appended : AppendResult.Conflict;
        var known = cursor.Id is not null;
        var id = cursor.Id ??= _nextStream++;
        foreach (var entry in request.Entries)
            Insert(id, request.Stream, cursor, entry);
        if (known)
            _updateStream.Bind(1, cursor.Version).Bind(2, cursor.Hash).Bind(3, request.Head.OpenIn).Bind(4, id).Run();
        else
            _insertStream.Bind(1, id).Bind(2, request.Stream).Bind(3, cursor.Version).Bind(4, cursor.Hash).Bind(5, request.Head.OpenIn).Run();
        if (request.Head.Snapshot is { } state)
            _snapshot.Bind(1, id).Bind(2, cursor.Version).Bind(3, state.Span).Run();
        return AppendResult.Appended;
    }

    private void Insert(long id, string stream, StreamCursor cursor, JournalEntry entry)
    {
        cursor.Version++;
        JournalChain.Next(cursor.Version == 1 ? default : cursor.Hash, stream, cursor.Version, entry.EventId, entry.Json.Span, cursor.Hash);
        _insertEvent.Bind(1, id).Bind(2, cursor.Version).Bind(3, entry.EventId).Bind(4, entry.Json.Span).Bind(5, cursor.Hash).Run();
    }

    /// <summary>An append whose answer was lost, asked for again: it is there already, event by event.</summary>
    private bool IsRepeated(StreamCursor cursor, AppendRequest request)
    {
        if (cursor.Id is not { } id || cursor.Version < request.ExpectedVersion + request.Entries.Count)
            return false;
        var version = request.ExpectedVersion;
        foreach (var entry in request.Entries)
        {
            var there = _findEvent.Bind(1, id).Bind(2, ++version).Bind(3, entry.EventId).Step();
            _findEvent.Reset();
            if (!there)
                return false;
        }

        return true;
    }

    private StreamCursor Find(string stream)
    {
        if (_cursors.TryGetValue(stream, out var known))
            return known;
        if (_cursors.Count >= RememberedStreams)
            _cursors.Clear();
        var row = _find.Bind(1, stream).Step();
        var cursor = row ? new StreamCursor(_find.Int64(0), _find.Int64(1), _find.Bytes(2)) : new StreamCursor(null, 0, new byte[JournalChain.HashLength]);
        _find.Reset();
        return _cursors[stream] = cursor;
    }

    /// <summary>After a rollback what is remembered is not what is stored.</summary>
    private void Forget()
    {
        _cursors.Clear();
        _lastStream.Step();
        _nextStream = _lastStream.Int64(0) + 1;
        _lastStream.Reset();
    }
}
