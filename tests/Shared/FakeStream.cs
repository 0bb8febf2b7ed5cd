using CityGuard.Domain.Journal;
using CityGuard.Storage;

namespace CityGuard.Tests.Shared;

/// <summary>One stream of the <see cref="FakeJournal"/>, chained as a real one is.</summary>
internal sealed class FakeStream
{
    private (long Version, ReadOnlyMemory<byte> State)? _snapshot;

    public List<StoredEntry> Events { get; } = [];

    public string? OpenIn { get; private set; }

    public HeadRecord Head(string stream)
        => new(stream, Events.Count, Events[^1].Hash, OpenIn, _snapshot?.Version ?? 0, _snapshot?.State);

    /// <summary>The same entries at the same versions: an append whose answer was lost, asked for again.</summary>
    public bool Repeats(long expectedVersion, IReadOnlyList<JournalEntry> entries)
        => expectedVersion + entries.Count <= Events.Count
            && entries.Index().All(e => Events[(int)expectedVersion + e.Index].EventId == e.Item.EventId);

    public void Append(string stream, IReadOnlyList<JournalEntry> entries, StreamHead head)
    {
        foreach (var entry in entries)
        {
            var version = Events.Count + 1;
            var hash = new byte[JournalChain.HashLength];
            JournalChain.Next(Events.Count == 0 ? default : Events[^1].Hash.Span, stream, version, entry.EventId, entry.Json.Span, hash);
            Events.Add(new StoredEntry(stream, version, entry.EventId, entry.Json.ToArray(), hash));
        }

        OpenIn = head.OpenIn;
        if (head.Snapshot is { } state)
            _snapshot = (Events.Count, state.ToArray());
    }
}
