namespace CityGuard.Domain.Journal;

/// <summary>
/// The one truth: append-only streams, each event at one version, each stream a SHA-256 chain.
/// </summary>
/// <remarks>
/// An append either happens whole (<see cref="AppendResult.Appended"/>, durable when returned), or not at all
/// because someone else holds the version (<see cref="AppendResult.Conflict"/>); <b>any exception means that the outcome is unknown</b>
/// and the caller must re-read before it says anything to anyone.
/// </remarks>
public interface IJournal
{
    /// <summary>Appends entries at <paramref name="expectedVersion"/> + 1 and replaces the head, atomically and durably.</summary>
    /// <param name="stream">Stream key: the id of the thing, e.g. <c>i-...</c>, <c>p-C-0042</c>.</param>
    /// <param name="expectedVersion">Version of the last event the caller has seen; 0 for a new stream.</param>
    /// <param name="entries">1 to 90 entries.</param>
    /// <param name="head">What the head says after this append.</param>
    /// <param name="cancel">Cancels waiting; an append under way has then an unknown outcome.</param>
    Task<AppendResult> Append(string stream, long expectedVersion, IReadOnlyList<JournalEntry> entries, StreamHead head, CancellationToken cancel = default);

    /// <summary>The head of a stream; null when the stream does not exist.</summary>
    Task<HeadRecord?> ReadHead(string stream, CancellationToken cancel = default);

    /// <summary>All events after a version, in order.</summary>
    Task<IReadOnlyList<StoredEntry>> Read(string stream, long afterVersion, CancellationToken cancel = default);

    /// <summary>Streams whose head says that they are open in this sector: always a superset of the truth.</summary>
    Task<IReadOnlyList<string>> Open(string sector, CancellationToken cancel = default);

    /// <summary>True when no stream exists.</summary>
    Task<bool> IsEmpty(CancellationToken cancel = default);
}

/// <summary>Outcome of an append that is known.</summary>
public enum AppendResult
{
    /// <summary>Durable.</summary>
    Appended,

    /// <summary>Another event has that version; nothing was written.</summary>
    Conflict,
}

/// <summary>An event to append.</summary>
/// <param name="EventId">Unique over the whole journal.</param>
/// <param name="Json">UTF-8 JSON <c>{"kind": ..., "v": ..., ...}</c>; hashed and stored as these bytes.</param>
public readonly record struct JournalEntry(string EventId, ReadOnlyMemory<byte> Json);

/// <summary>An event as stored.</summary>
public sealed record StoredEntry(string Stream, long Version, string EventId, ReadOnlyMemory<byte> Json, ReadOnlyMemory<byte> Hash);

/// <summary>What an append leaves in the head.</summary>
/// <param name="OpenIn">Sector in which this stream is open work, null when it is not.</param>
/// <param name="Snapshot">State at this version to start reading from, null to leave what there is; never empty.</param>
public readonly record struct StreamHead(string? OpenIn, ReadOnlyMemory<byte>? Snapshot = null);

/// <summary>A head as stored. The snapshot, when there is one, stands at <paramref name="SnapshotVersion"/>.</summary>
public sealed record HeadRecord(string Stream, long Version, ReadOnlyMemory<byte> Hash, string? OpenIn, long SnapshotVersion, ReadOnlyMemory<byte>? Snapshot);
