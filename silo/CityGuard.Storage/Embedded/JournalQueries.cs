using CityGuard.Domain.Journal;
using CityGuard.Storage.Sqlite;

namespace CityGuard.Storage.Embedded;

/// <summary>The reading side of the journal on one connection.</summary>
internal sealed class JournalQueries(Database database) : IDisposable
{
    private readonly Statement _head = database.Prepare("""
        SELECT s.version, s.hash, s.open_in, p.version, p.state
        FROM streams s LEFT JOIN snapshots p ON p.stream = s.id WHERE s.name = ?
        """);

    // The index is by version, then stream: a stream is read by as many exact look-ups as it has events.
    private readonly Statement _events = database.Prepare("""
        WITH RECURSIVE
            s (id, last) AS (SELECT id, version FROM streams WHERE name = ?1),
            v (n) AS (SELECT ?2 + 1 FROM s WHERE last > ?2 UNION ALL SELECT n + 1 FROM v, s WHERE n < last)
        SELECT v.n, e.event_id, e.json, e.hash
        FROM s CROSS JOIN v CROSS JOIN events e ON e.version = v.n AND e.stream = s.id
        ORDER BY v.n
        """);

    private readonly Statement _open = database.Prepare("SELECT name FROM streams WHERE open_in = ? ORDER BY name");

    public HeadRecord? Head(string stream)
    {
        try
        {
            if (!_head.Bind(1, stream).Step())
                return null;
            var snapshot = _head.IsNull(4) ? null : _head.Bytes(4);
            return new HeadRecord(stream, _head.Int64(0), _head.Bytes(1), _head.TextOrNull(2), _head.Int64(3), snapshot);
        }
        finally
        {
            _head.Reset();
        }
    }

    public IReadOnlyList<StoredEntry> Events(string stream, long afterVersion)
    {
        var events = new List<StoredEntry>();
        try
        {
            _events.Bind(1, stream).Bind(2, afterVersion);
            while (_events.Step())
                events.Add(new StoredEntry(stream, _events.Int64(0), _events.Text(1), _events.Bytes(2), _events.Bytes(3)));
            return events;
        }
        finally
        {
            _events.Reset();
        }
    }

    public IReadOnlyList<string> Open(string sector)
    {
        var streams = new List<string>();
        try
        {
            _open.Bind(1, sector);
            while (_open.Step())
                streams.Add(_open.Text(0));
            return streams;
        }
        finally
        {
            _open.Reset();
        }
    }

    public bool IsEmpty() => database.ReadInt64("SELECT 1 FROM streams LIMIT 1") is null;

    public void Dispose()
    {
        _head.Dispose();
        _events.Dispose();
        _open.Dispose();
        database.Dispose();
    }
}
