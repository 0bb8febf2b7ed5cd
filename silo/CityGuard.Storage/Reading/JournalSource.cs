using CityGuard.Domain.Journal;

namespace CityGuard.Storage.Reading;

/// <summary>A whole journal as it stood at one moment, stream by stream, whichever store it is in; the city may go on writing meanwhile.</summary>
public abstract class JournalSource : IAsyncDisposable
{
    /// <summary>How many streams there are, for whoever shows progress; null when that is not known beforehand.</summary>
    internal abstract long? Count { get; }

    public abstract ValueTask DisposeAsync();

    /// <summary>Each stream with its events, and with what is wrong with the way it is stored.</summary>
    internal abstract IAsyncEnumerable<ReadStream> Streams(CancellationToken cancel);

    /// <summary>What is wrong with the store as a whole.</summary>
    internal virtual void CheckWhole(List<string> violations)
    {
    }
}

/// <summary>A stream as it was read.</summary>
internal sealed record ReadStream(StoredStream Stream, IReadOnlyList<StoredEntry> Events, IReadOnlyList<string> Faults);
