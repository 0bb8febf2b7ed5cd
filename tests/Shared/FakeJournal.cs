using System.Collections.Concurrent;
using CityGuard.Domain.Journal;

namespace CityGuard.Tests.Shared;

/// <summary>
/// A journal in memory that obeys the contract, and that can be told to lose an append before it is written,
/// to lose only its answer, to hold it back, to let it arrive after what was sent later, or (with <see cref="ChecksVersions"/> off)
/// to do what no real journal may.
/// </summary>
internal sealed class FakeJournal : IJournal
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, FakeStream> _streams = [];
    private readonly HashSet<string> _eventIds = [];
    private readonly List<(string Stream, TaskCompletionSource Landing)> _onTheWay = [];
    private readonly ConcurrentQueue<AppendFault> _faults = new();
    private readonly ConcurrentDictionary<string, AppendFault> _kindFaults = new();
    private volatile Task _held = Task.CompletedTask;
    private int _appends;
    private int _conflicts;
    private int _faultsHit;
    private int _reads;

    /// <summary>False: an append under a stale version is taken all the same, at the next free version.</summary>
    public bool ChecksVersions { get; set; } = true;

    /// <summary>Appends that were asked for, whatever became of them.</summary>
    public int Appends => Volatile.Read(ref _appends);

    public int Conflicts => Volatile.Read(ref _conflicts);

    public int Reads => Volatile.Read(ref _reads);

    /// <summary>Faults that have been thrown: a test asserts that its fault bit.</summary>
    public int FaultsHit => Volatile.Read(ref _faultsHit);

    /// <summary>The next append throws and nothing is written.</summary>
    public void FailNextBeforeWrite() => _faults.Enqueue(AppendFault.BeforeWrite);

    /// <summary>The next append is written, and throws: its caller cannot know.</summary>
    public void FailNextAfterWrite() => _faults.Enqueue(AppendFault.AfterWrite);

    /// <summary>The next append that holds an event of this kind throws, and is <paramref name="written"/> or not.</summary>
    public void FailNext(string kind, bool written) => _kindFaults[kind] = written ? AppendFault.AfterWrite : AppendFault.BeforeWrite;

    /// <summary>The next append is on its way, unwritten, until it <see cref="Land"/>s: whatever is appended meanwhile comes first.</summary>
    public void StallNext() => _faults.Enqueue(AppendFault.Stall);

    /// <summary>The append to this stream that is longest on its way arrives now, with the next fault if there is one. False: there is none.</summary>
    /// <remarks>Whoever waited for it goes on within this call, so that a model with one thread stays in that thread.</remarks>
    public bool Land(string stream)
    {
        TaskCompletionSource landing;
        lock (_gate)
        {
            if (_onTheWay.FindIndex(a => a.Stream == stream) is var oldest && oldest < 0)
                return false;
            landing = _onTheWay[oldest].Landing;
            _onTheWay.RemoveAt(oldest);
        }

        landing.SetResult();
        return true;
    }

    /// <summary>Faults of next appends that have not come are taken back.</summary>
    public void Calm() => _faults.Clear();

    /// <summary>Every append waits, unwritten, until <paramref name="until"/> ends.</summary>
    public void Hold(Task until) => _held = until;

    /// <summary>Every stream with its events, in order of stream key.</summary>
    public IReadOnlyList<(string Stream, IReadOnlyList<StoredEntry> Events)> Streams()
    {
        lock (_gate)
            return [.. _streams.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (s.Key, (IReadOnlyList<StoredEntry>)[.. s.Value.Events]))];
    }

    public async Task<AppendResult> Append(string stream, long expectedVersion, IReadOnlyList<JournalEntry> entries, StreamHead head, CancellationToken cancel = default)
    {
        Interlocked.Increment(ref _appends);
        if (entries.Count is 0 or > 90 || head.Snapshot is { IsEmpty: true })
            throw new ArgumentException("1 to 90 entries, and null for no snapshot");
        await _held.WaitAsync(cancel);
        AppendFault fault;
        while ((fault = NextFault(entries)) == AppendFault.Stall)
            await OnTheWay(stream);
        if (fault == AppendFault.BeforeWrite)
            throw Fault("before the write");
        // Counted before the event can be seen: who waits for the event finds the fault counted too.
        var lost = fault == AppendFault.AfterWrite ? Fault("after the write") : null;
        var result = Write(stream, expectedVersion, entries, head);
        if (result == AppendResult.Conflict)
            Interlocked.Increment(ref _conflicts);
        return lost is null ? result : throw lost;
    }

    public Task<HeadRecord?> ReadHead(string stream, CancellationToken cancel = default)
    {
        Interlocked.Increment(ref _reads);
        lock (_gate)
            return Task.FromResult(_streams.GetValueOrDefault(stream)?.Head(stream));
    }

    public Task<IReadOnlyList<StoredEntry>> Read(string stream, long afterVersion, CancellationToken cancel = default)
    {
        Interlocked.Increment(ref _reads);
        lock (_gate)
            return Task.FromResult<IReadOnlyList<StoredEntry>>(_streams.TryGetValue(stream, out var kept) ? [.. kept.Events.Where(e => e.Version > afterVersion)] : []);
    }

    public Task<IReadOnlyList<string>> Open(string sector, CancellationToken cancel = default)
    {
        lock (_gate)
            return Task.FromResult<IReadOnlyList<string>>([.. _streams.Where(s => s.Value.OpenIn == sector).Select(s => s.Key).Order(StringComparer.Ordinal)]);
    }

    public Task<bool> IsEmpty(CancellationToken cancel = default)
    {
        lock (_gate)
            return Task.FromResult(_streams.Count == 0);
    }

    private AppendResult Write(string stream, long expectedVersion, IReadOnlyList<JournalEntry> entries, StreamHead head)
    {
        lock (_gate)
        {
            var kept = _streams.GetValueOrDefault(stream) ?? new FakeStream();
            if (ChecksVersions && kept.Events.Count != expectedVersion)
                return kept.Repeats(expectedVersion, entries) ? AppendResult.Appended : AppendResult.Conflict;
            foreach (var entry in entries)
                if (!_eventIds.Add(entry.EventId))
                    throw new InvalidOperationException($"event id {entry.EventId} is already in the journal");
            _streams[stream] = kept;
            kept.Append(stream, entries, head);
            return AppendResult.Appended;
        }
    }

    private Task OnTheWay(string stream)
    {
        var landing = new TaskCompletionSource();
        lock (_gate)
            _onTheWay.Add((stream, landing));
        return landing.Task;
    }

    private AppendFault NextFault(IReadOnlyList<JournalEntry> entries) => _faults.TryDequeue(out var next) ? next : FaultOf(entries);

    private AppendFault FaultOf(IReadOnlyList<JournalEntry> entries)
    {
        if (!_kindFaults.IsEmpty)
            foreach (var entry in entries)
                if (System.Text.Json.JsonDocument.Parse(entry.Json).RootElement.GetProperty("kind").GetString() is { } kind && _kindFaults.TryRemove(kind, out var fault))
                    return fault;
        return AppendFault.None;
    }

    private IOException Fault(string when)
    {
        Interlocked.Increment(ref _faultsHit);
        return new IOException($"injected {when}");
    }

    private enum AppendFault
    {
        None,
        BeforeWrite,
        AfterWrite,
        Stall,
    }
}
