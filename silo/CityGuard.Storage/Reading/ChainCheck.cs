using System.Globalization;
using CityGuard.Domain.Journal;

namespace CityGuard.Storage.Reading;

/// <summary>The chains of a journal, whichever store it is in.</summary>
internal static class ChainCheck
{
    /// <summary>Of one stream: each hash follows from the one before it, and the head tells the last.</summary>
    public static void Check(StoredStream stream, IReadOnlyList<StoredEntry> events, List<string> violations)
    {
        ReadOnlySpan<byte> previous = default;
        var hash = new byte[JournalChain.HashLength];
        foreach (var stored in events)
        {
            JournalChain.Next(previous, stream.Name, stored.Version, stored.EventId, stored.Json.Span, hash);
            if (!stored.Hash.Span.SequenceEqual(hash))
                violations.Add(string.Create(CultureInfo.InvariantCulture, $"{stream.Name} version {stored.Version}: the chain is broken, this event or the one before it was changed"));
            // From the stored hash on: one changed event is one line, not one for every later event.
            previous = stored.Hash.Span;
        }

        if (events.Count > 0 && !previous.SequenceEqual(stream.Hash))
            violations.Add($"{stream.Name}: the head's hash is not that of the last event");
        if (stream.SnapshotVersion > stream.Version)
            violations.Add($"{stream.Name}: its snapshot stands at version {stream.SnapshotVersion}, beyond the last event");
    }
}
