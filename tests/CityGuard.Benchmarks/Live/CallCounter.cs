using CityGuard.Domain.Journal;

namespace CityGuard.Benchmarks.Live;

/// <summary>Counts grain calls that arrive, one-way ones too; timers do not pass here.</summary>
internal sealed class CallCounter : IIncomingGrainCallFilter
{
    private long _calls;

    public long Calls => Interlocked.Read(ref _calls);

    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.InterfaceName?.Contains("CityGuard", StringComparison.Ordinal) == true)
            Interlocked.Increment(ref _calls);
        return context.Invoke();
    }
}

/// <summary>Counts events that became durable.</summary>
internal sealed class CountingJournal(IJournal inner) : IJournal
{
    private long _events;

    public long Events => Interlocked.Read(ref _events);

    public async Task<AppendResult> Append(string stream, long expectedVersion, IReadOnlyList<JournalEntry> entries, StreamHead head, CancellationToken cancel = default)
    {
        var result = await inner.Append(stream, expectedVersion, entries, head, cancel);
        if (result == AppendResult.Appended)
            Interlocked.Add(ref _events, entries.Count);
        return result;
    }

    public Task<HeadRecord?> ReadHead(string stream, CancellationToken cancel = default) => inner.ReadHead(stream, cancel);

    public Task<IReadOnlyList<StoredEntry>> Read(string stream, long afterVersion, CancellationToken cancel = default) => inner.Read(stream, afterVersion, cancel);

    public Task<IReadOnlyList<string>> Open(string sector, CancellationToken cancel = default) => inner.Open(sector, cancel);
}
