using CityGuard.Domain.Journal;

namespace CityGuard.Tests.Shared;

/// <summary>A journal that fails by chance as a far one does: before a write, after it, or by taking its time. Each kind counts how often it bit.</summary>
internal sealed class FaultyJournal(IJournal inner, int seed, double share) : IJournal
{
    private static readonly TimeSpan Slowness = TimeSpan.FromMilliseconds(300);
    private readonly Random _chance = new(seed);
    private readonly Lock _gate = new();
    private int _before, _after, _slow;

    public int BeforeWrite => Volatile.Read(ref _before);

    public int AfterWrite => Volatile.Read(ref _after);

    public int Slow => Volatile.Read(ref _slow);

    public async Task<AppendResult> Append(string stream, long expectedVersion, IReadOnlyList<JournalEntry> entries, StreamHead head, CancellationToken cancel = default)
    {
        switch (Next())
        {
            case Fault.BeforeWrite:
                Interlocked.Increment(ref _before);
                throw new IOException("injected before the write");
            case Fault.AfterWrite:
                await inner.Append(stream, expectedVersion, entries, head, cancel);
                Interlocked.Increment(ref _after);
                throw new IOException("injected after the write");
            case Fault.Slow:
                Interlocked.Increment(ref _slow);
                await Task.Delay(Slowness, cancel);
                break;
        }

        return await inner.Append(stream, expectedVersion, entries, head, cancel);
    }

    public Task<HeadRecord?> ReadHead(string stream, CancellationToken cancel = default) => inner.ReadHead(stream, cancel);

    public Task<IReadOnlyList<StoredEntry>> Read(string stream, long afterVersion, CancellationToken cancel = default) => inner.Read(stream, afterVersion, cancel);

    public Task<IReadOnlyList<string>> Open(string sector, CancellationToken cancel = default) => inner.Open(sector, cancel);

    public Task<bool> IsEmpty(CancellationToken cancel = default) => inner.IsEmpty(cancel);

    private Fault Next()
    {
        lock (_gate)
            return _chance.NextDouble() < share ? (Fault)(1 + _chance.Next(3)) : Fault.None;
    }

    private enum Fault
    {
        None,
        BeforeWrite,
        AfterWrite,
        Slow,
    }
}
