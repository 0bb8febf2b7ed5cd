using System.Text.Json;
using CityGuard.Domain.Journal;
using CityGuard.Storage.Sqlite;

namespace CityGuard.Storage.Reading;

/// <summary>
/// Reads a journal without its lock, also while the city runs: everything it says is of one moment.
/// </summary>
public sealed class JournalReader : IDisposable
{
    private readonly Database _database;
    private readonly Statement _streams;
    private readonly Statement _events;

    private JournalReader(DataFolder folder)
    {
        _database = Database.OpenForReading(folder.Journal);
        // One transaction for as long as the reader lives: what is written meanwhile is not seen.
        _database.Execute("BEGIN");
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

    /// <summary>One JSON object a line, stream by stream: <c>{"stream", "version", "eventId", "hash", "event"}</c>. Personal data is not in it.</summary>
    public void Export(Stream into, CancellationToken cancel = default)
    {
        using var writer = new Utf8JsonWriter(into, new JsonWriterOptions { SkipValidation = true });
        foreach (var stream in Streams())
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var stored in Events(stream))
            {
                Write(writer, stored);
                writer.Flush();
                writer.Reset();
                into.WriteByte((byte)'\n');
            }
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

    public void Dispose()
    {
        _streams.Dispose();
        _events.Dispose();
        _database.Dispose();
    }

    internal Database Database => _database;

    /// <summary>All streams in order of their beginning.</summary>
    internal IEnumerable<StoredStream> Streams()
    {
        try
        {
            while (Step(_streams))
                yield return new StoredStream(_streams.Int64(0), _streams.Text(1), _streams.Int64(2), _streams.Bytes(3), _streams.TextOrNull(4), _streams.Int64(5));
        }
        finally
        {
            _streams.Reset();
        }
    }

    /// <summary>The events of a stream up to the version of its head; a missing one is left out.</summary>
    internal IEnumerable<StoredEntry> Events(StoredStream stream)
    {
        try
        {
            _events.Bind(1, stream.Id).Bind(2, stream.Version);
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

    private static void Write(Utf8JsonWriter writer, StoredEntry stored)
    {
        writer.WriteStartObject();
        writer.WriteString("stream", stored.Stream);
        writer.WriteNumber("version", stored.Version);
        writer.WriteString("eventId", stored.EventId);
        writer.WriteString("hash", Convert.ToHexStringLower(stored.Hash.Span));
        writer.WritePropertyName("event");
        writer.WriteRawValue(stored.Json.Span, skipInputValidation: true);
        writer.WriteEndObject();
    }
}
