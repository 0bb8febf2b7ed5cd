using System.Collections.Concurrent;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;

namespace CityGuard.Benchmarks.Live;

/// <summary>Counts events that became durable, and says when an incident's closing did: watching costs the city nothing.</summary>
internal sealed class CountingJournal(IJournal inner) : IJournal
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _closings = new();
    private long _events;

    public long Events => Interlocked.Read(ref _events);

    /// <summary>Ends when the incident, which must still be open, is closed.</summary>
    public Task WhenClosed(IncidentId incident)
        => _closings.GetOrAdd(incident.Value, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public async Task<AppendResult> Append(string stream, long expectedVersion, IReadOnlyList<JournalEntry> entries, StreamHead head, CancellationToken cancel = default)
    {
        var result = await inner.Append(stream, expectedVersion, entries, head, cancel);
        if (result == AppendResult.Appended)
        {
            Interlocked.Add(ref _events, entries.Count);
            // An incident that is open nowhere is closed.
            if (head.OpenIn is null && _closings.TryRemove(stream, out var closing))
                closing.TrySetResult();
        }

        return result;
    }

    public Task<HeadRecord?> ReadHead(string stream, CancellationToken cancel = default) => inner.ReadHead(stream, cancel);

    public Task<IReadOnlyList<StoredEntry>> Read(string stream, long afterVersion, CancellationToken cancel = default) => inner.Read(stream, afterVersion, cancel);

    public Task<IReadOnlyList<string>> Open(string sector, CancellationToken cancel = default) => inner.Open(sector, cancel);

    public Task<bool> IsEmpty(CancellationToken cancel = default) => inner.IsEmpty(cancel);
}
