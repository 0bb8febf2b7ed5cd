using CityGuard.Domain.Journal;
using Shouldly;

namespace CityGuard.Storage.Tests;

internal static class Chains
{
    /// <summary>Versions count up from 1 and every hash follows from the one before; the number of events.</summary>
    public static int ShouldBeWhole(IReadOnlyList<StoredEntry> events)
    {
        ReadOnlyMemory<byte> previous = default;
        foreach (var (index, stored) in events.Index())
        {
            stored.Version.ShouldBe(index + 1);
            var hash = new byte[JournalChain.HashLength];
            JournalChain.Next(previous.Span, stored.Stream, stored.Version, stored.EventId, stored.Json.Span, hash);
            hash.ShouldBe(stored.Hash.ToArray());
            previous = stored.Hash;
        }

        return events.Count;
    }
}
