using System.Runtime.CompilerServices;
using CityGuard.Domain.Journal;
using CityGuard.Storage.Embedded;
using CityGuard.Storage.Sqlite;

namespace CityGuard.Storage.Reading;

/// <summary>
/// Reads an embedded journal without its lock, also while the city runs: everything it says is of one moment.
/// </summary>
public sealed class JournalReader : JournalSource, IDisposable
{
    private readonly Database _database;
    private readonly Statement _streams;
    private readonly Statement _events;

    private JournalReader(DataFolder folder)
    {
        _database = Database.OpenForReading(folder.Journal);
        // One transaction for as long as the reader lives: what is written meanwhile is not seen.
        _database.Execute("BEGIN");
        JournalSchema.Check(_database);
        _streams = _database.Prepare("""
            SELECT s.id, s.name, s.version, s.hash, s.open_in, coalesce(p.version, 0)
            FROM streams s LEFT JOIN snapshots p ON p.stream = s.id ORDER BY s.id
            """);
        _events = _database.Prepare("""
            WITH RECURSIVE v (n) AS (SELECT 1 WHERE ?2 > 0 UNION ALL SELECT n + 1 FROM v WHERE n < ?2)
            SELECT v.n, e.event_id, e.json, e.hash FROM v CROSS JOIN events e ON e.version = v.n AND e.stream = ?1 ORDER BY v.n
            """);
    }

    /// <exception cref="StorageException">There is no journal, or it cannot be read; the message is one readable line.</exception>
    public static JournalReader Open(DataFolder folder)
    {
        try
        {
            return new JournalReader(folder.Existing());
        }
        catch (SqliteFault fault)
        {
            throw fault.ToStorageException();
        }
    }

    /// <summary>Copies the journal as it stands into another folder, beside a running city. The vault stays where it is: a copy of it would outlive an erasure.</summary>
    public void BackUp(DataFolder target)
    {
        if (File.Exists(target.Create().Journal))
            throw new StorageFailedException($"There is a journal in {target.Path} already; a backup goes into a folder without one.");
        try
        {
            using var copy = Database.OpenForWriting(target.Journal);
            _database.BackUpTo(copy);
        }
        catch (SqliteFault fault)
        {
            throw fault.ToStorageException();
        }
    }

    public override ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
        _streams.Dispose();
        _events.Dispose();
        _database.Dispose();
    }

    /// <summary>The first event of a stream; null when there is no such stream.</summary>
    public StoredEntry? First(string name)
    {
        using var first = _database.Prepare("SELECT e.event_id, e.json, e.hash FROM streams s JOIN events e ON e.version = 1 AND e.stream = s.id WHERE s.name = ?");
        return Step(first.Bind(1, name)) ? new StoredEntry(name, 1, first.Text(0), first.Bytes(1), first.Bytes(2)) : null;
    }

    internal override long? Count => _database.ReadInt64("SELECT count(*) FROM streams");

    internal override void CheckWhole(List<string> violations) => new StructureCheck(_database, violations).Check();

#pragma warning disable CS1998 // a file is read without waiting
    internal override async IAsyncEnumerable<ReadStream> Streams([EnumeratorCancellation] CancellationToken cancel)
#pragma warning restore CS1998
    {
        foreach (var (id, stream) in Rows())
        {
            cancel.ThrowIfCancellationRequested();
            yield return new ReadStream(stream, [.. Events(id, stream)], []);
        }
    }

    /// <summary>All streams in order of their beginning.</summary>
    internal IEnumerable<(long Id, StoredStream Stream)> Rows()
    {
        try
        {
            while (Step(_streams))
                yield return (_streams.Int64(0), new StoredStream(_streams.Text(1), _streams.Int64(2), _streams.Bytes(3), _streams.TextOrNull(4), _streams.Int64(5)));
        }
        finally
        {
            _streams.Reset();
        }
    }

    /// <summary>The events of a stream up to the version of its head; a missing one is left out.</summary>
    internal IEnumerable<StoredEntry> Events(long id, StoredStream stream)
    {
        try
        {
            _events.Bind(1, id).Bind(2, stream.Version);
            while (Step(_events))
                yield return new StoredEntry(stream.Name, _events.Int64(0), _events.Text(1), _events.Bytes(2), _events.Bytes(3));
        }
        finally
        {
            _events.Reset();
        }
    }

    private static bool Step(Statement statement)
    {
        try
        {
            return statement.Step();
        }
        catch (SqliteFault fault)
        {
            throw fault.ToStorageException();
        }
    }
}
