using System.Globalization;
using System.Text.Json;
using CityGuard.Domain.Journal;

namespace CityGuard.Storage.Reading;

/// <summary>A stream as an export tells it, its chain proved.</summary>
internal sealed record ExportedStream(string Name, IReadOnlyList<StoredEntry> Events, string? OpenIn)
{
    /// <summary>Reads streams one after the other; each is whole before it is given out.</summary>
    /// <exception cref="FormatException">A line is damaged, or the chain does not hold; the message names the line.</exception>
    public static IEnumerable<ExportedStream> Read(string file)
    {
        var events = new List<StoredEntry>();
        long number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            var (entry, head) = Parse(line, number);
            if (entry is not null)
            {
                Prove(events, entry, number);
                events.Add(entry);
                continue;
            }

            var (name, version, hash, openIn) = head!.Value;
            if (events.Count == 0 || events[0].Stream != name || version != events.Count || !events[^1].Hash.Span.SequenceEqual(hash))
                throw Wrong(number, $"the head of {name} does not follow from its events");
            yield return new ExportedStream(name, events, openIn);
            events = [];
        }

        if (events.Count > 0)
            throw Wrong(number, $"the file ends in the middle of {events[0].Stream}");
    }

    private static void Prove(List<StoredEntry> before, StoredEntry entry, long number)
    {
        if (before.Count > 0 && before[0].Stream != entry.Stream)
            throw Wrong(number, $"{before[0].Stream} has no head");
        if (entry.Version != before.Count + 1)
            throw Wrong(number, $"{entry.Stream} goes on with version {entry.Version} after {before.Count}");
        var hash = new byte[JournalChain.HashLength];
        JournalChain.Next(before.Count == 0 ? default : before[^1].Hash.Span, entry.Stream, entry.Version, entry.EventId, entry.Json.Span, hash);
        if (!entry.Hash.Span.SequenceEqual(hash))
            throw Wrong(number, $"the chain of {entry.Stream} is broken at version {entry.Version}");
    }

    private static (StoredEntry? Entry, (string Name, long Version, byte[] Hash, string? OpenIn)? Head) Parse(string line, long number)
    {
        try
        {
            using var parsed = JsonDocument.Parse(line);
            var root = parsed.RootElement;
            var stream = root.GetProperty("stream").GetString()!;
            if (root.TryGetProperty("head", out var head))
                return (null, (stream, head.GetProperty("version").GetInt64(), Convert.FromHexString(head.GetProperty("hash").GetString()!), head.GetProperty("openIn").GetString()));
            // The raw text: what was hashed are the bytes as they were stored.
            var json = System.Text.Encoding.UTF8.GetBytes(root.GetProperty("event").GetRawText());
            return (new StoredEntry(stream, root.GetProperty("version").GetInt64(), root.GetProperty("eventId").GetString()!, json, Convert.FromHexString(root.GetProperty("hash").GetString()!)), null);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Wrong(number, "it is no line of an export");
        }
    }

    private static FormatException Wrong(long number, string what) => new(string.Create(CultureInfo.InvariantCulture, $"line {number}: {what}; nothing was imported."));
}
