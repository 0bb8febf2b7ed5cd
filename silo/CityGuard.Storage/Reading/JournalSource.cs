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
/// <param name="Stream">What its head says.</param>
/// <param name="Events">All of them.</param>
/// <param name="Faults">What is wrong with the way it is stored: no copy of it would be whole.</param>
/// <param name="ListFault">What is wrong with the list of open work beside it, which every copy makes anew; null: nothing.</param>
internal sealed record ReadStream(StoredStream Stream, IReadOnlyList<StoredEntry> Events, IReadOnlyList<string> Faults, string? ListFault = null);
