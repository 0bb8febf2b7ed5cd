using System.Collections.Concurrent;
using CityGuard.Domain.Journal;

namespace CityGuard.Grains.Tests.Cluster;

/// <summary>A journal far away, whose answers a test can hold: what was asked is done, and whoever asked hears of it only when the test says so.</summary>
internal sealed class HeldJournal(IJournal inner) : IJournal
{
    private readonly ConcurrentDictionary<string, HeldAnswer> _appends = new();
    private readonly ConcurrentDictionary<string, HeldAnswer> _reads = new();

    /// <summary>The answer to the next append to this stream.</summary>
    public HeldAnswer HoldNextAppend(string stream) => _appends[stream] = new HeldAnswer();

    /// <summary>The answer to the next question for the facts of this stream.</summary>
    public HeldAnswer HoldNextRead(string stream) => _reads[stream] = new HeldAnswer();

    public async Task<AppendResult> Append(string stream, long expectedVersion, IReadOnlyList<JournalEntry> entries, StreamHead head, CancellationToken cancel = default)
    {
        var result = await inner.Append(stream, expectedVersion, entries, head, cancel);
        return _appends.TryRemove(stream, out var held) ? await held.Hold(result) : result;
    }

    public Task<HeadRecord?> ReadHead(string stream, CancellationToken cancel = default) => inner.ReadHead(stream, cancel);

    public async Task<IReadOnlyList<StoredEntry>> Read(string stream, long afterVersion, CancellationToken cancel = default)
    {
        var entries = await inner.Read(stream, afterVersion, cancel);
        return _reads.TryRemove(stream, out var held) ? await held.Hold(entries) : entries;
    }

    public Task<IReadOnlyList<string>> Open(string sector, CancellationToken cancel = default) => inner.Open(sector, cancel);

    public Task<bool> IsEmpty(CancellationToken cancel = default) => inner.IsEmpty(cancel);
}
