using System.Collections.Concurrent;
using CityGuard.Domain.Journal;

namespace CityGuard.Client.Tests.Played;

/// <summary>Remembers which streams have grown.</summary>
internal sealed class CountedJournal(IJournal inner) : IJournal
{
    private readonly ConcurrentQueue<string> _appended = new();

    /// <summary>The streams of all appends so far, in their order.</summary>
    public IReadOnlyCollection<string> Appended => _appended;

    public async Task<AppendResult> Append(string stream, long expectedVersion, IReadOnlyList<JournalEntry> entries, StreamHead head, CancellationToken cancel = default)
    {
        var result = await inner.Append(stream, expectedVersion, entries, head, cancel);
        if (result == AppendResult.Appended)
            _appended.Enqueue(stream);
        return result;
    }

    public Task<HeadRecord?> ReadHead(string stream, CancellationToken cancel = default) => inner.ReadHead(stream, cancel);

    public Task<IReadOnlyList<StoredEntry>> Read(string stream, long afterVersion, CancellationToken cancel = default) => inner.Read(stream, afterVersion, cancel);

    public Task<IReadOnlyList<string>> Open(string sector, CancellationToken cancel = default) => inner.Open(sector, cancel);

    public Task<bool> IsEmpty(CancellationToken cancel = default) => inner.IsEmpty(cancel);
}
