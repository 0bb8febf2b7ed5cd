using System.Globalization;
using Azure.Data.Tables;
using CityGuard.Domain.Journal;

namespace CityGuard.Storage.AzureTables;

/// <summary>How events and heads stand in the table: a partition for a stream, a row for an event, one more for the head.</summary>
internal static class JournalRows
{
    public const string Head = "head";

    private const string EventId = "eventId", Json = "json", Hash = "hash", Version = "version", OpenIn = "openIn", Snapshot = "snapshot", SnapshotVersion = "snapshotVersion";

    /// <summary>What an append needs to know of a head; its snapshot is not fetched for that.</summary>
    public static readonly string[] CursorColumns = [Version, Hash, OpenIn];

    /// <summary>What tells an event that is already there.</summary>
    public static readonly string[] IdentityColumns = [nameof(TableEntity.RowKey), EventId];

    /// <summary>Sorts as the versions do, before the head.</summary>
    public static string Row(long version) => "e" + version.ToString("D12", CultureInfo.InvariantCulture);

    /// <param name="stream">Partition.</param>
    /// <param name="version">Row.</param>
    /// <param name="entry">What is written.</param>
    /// <param name="hash">Of the chain.</param>
    /// <param name="openIn">Where the stream is open from then on: whoever reads the journal as of a moment asks the event, the head has gone on.</param>
    public static TableEntity OfEvent(string stream, long version, JournalEntry entry, byte[] hash, string? openIn)
    {
        var row = new TableEntity(stream, Row(version)) { [EventId] = entry.EventId, [Hash] = hash, [OpenIn] = openIn ?? "" };
        Chunks.Set(row, Json, entry.Json);
        return row;
    }

    /// <summary>A head to be added, or merged into what is there: its last snapshot stays where none is given.</summary>
    public static TableEntity OfHead(string stream, long version, byte[] hash, StreamHead head)
    {
        // A merge leaves alone what is null, so what is nowhere open says so by an empty word.
        var row = new TableEntity(stream, Head) { [Version] = version, [Hash] = hash, [OpenIn] = head.OpenIn ?? "" };
        if (head.Snapshot is { } state)
        {
            row[SnapshotVersion] = version;
            Chunks.Set(row, Snapshot, state);
        }

        return row;
    }

    public static StoredEntry ToEntry(TableEntity row)
        => new(row.PartitionKey, VersionOf(row), row.GetString(EventId) ?? throw Damaged(row), Chunks.Get(row, Json) ?? throw Damaged(row), HashOf(row));

    public static HeadRecord ToHead(TableEntity row)
        => new(row.PartitionKey, HeadVersion(row), HashOf(row), OpenInOf(row), SnapshotVersionOf(row), Chunks.Get(row, Snapshot));

    public static StreamCursor ToCursor(TableEntity row) => new(HeadVersion(row), HashOf(row), OpenInOf(row), row.ETag);

    public static string EventIdOf(TableEntity row) => row.GetString(EventId) ?? throw Damaged(row);

    /// <summary>Of an event, or of the last event in a head.</summary>
    public static byte[] HashOf(TableEntity row) => row.GetBinary(Hash) ?? throw Damaged(row);

    public static long SnapshotVersionOf(TableEntity head) => head.GetInt64(SnapshotVersion) ?? 0;

    public static long HeadVersion(TableEntity row) => row.GetInt64(Version) ?? throw Damaged(row);

    public static bool IsHead(TableEntity row) => row.RowKey == Head;

    public static string? OpenInOf(TableEntity row) => row.GetString(OpenIn) is { Length: > 0 } sector ? sector : null;

    private static long VersionOf(TableEntity row) => long.TryParse(row.RowKey.AsSpan(1), CultureInfo.InvariantCulture, out var version) ? version : throw Damaged(row);

    private static StorageDamagedException Damaged(TableEntity row) => new($"The row {row.PartitionKey} {row.RowKey} of the journal is not what this program wrote.");
}
