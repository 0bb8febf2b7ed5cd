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
        long number = 0, streams = 0;
        var hasEnded = false;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (hasEnded)
                throw Wrong(number, "the file goes on after its end");
            switch (Parse(line, number))
            {
                case Line.Event(var entry):
                    Prove(events, entry, number);
                    events.Add(entry);
                    break;
                case Line.Head head:
                    if (events.Count == 0 || events[0].Stream != head.Stream || head.Version != events.Count || !events[^1].Hash.Span.SequenceEqual(head.Hash))
                        throw Wrong(number, $"the head of {head.Stream} does not follow from its events");
                    yield return new ExportedStream(head.Stream, events, head.OpenIn);
                    events = [];
                    streams++;
                    break;
                case Line.End end:
                    if (events.Count > 0 || end.Streams != streams)
                        throw Wrong(number, $"the end tells of {end.Streams} streams, and there are {streams}");
                    hasEnded = true;
                    break;
            }
        }

        if (!hasEnded)
            throw Wrong(number, events.Count > 0 ? $"the file ends in the middle of {events[0].Stream}" : "the file ends before its last line: the export broke off");
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

    private static Line Parse(string line, long number)
    {
        try
        {
            using var parsed = JsonDocument.Parse(line);
            var root = parsed.RootElement;
            if (root.TryGetProperty("end", out var end))
                return new Line.End(end.GetProperty("streams").GetInt64());
            var stream = root.GetProperty("stream").GetString()!;
            if (root.TryGetProperty("head", out var head))
                return new Line.Head(stream, head.GetProperty("version").GetInt64(), Convert.FromHexString(head.GetProperty("hash").GetString()!), head.GetProperty("openIn").GetString());
            // The raw text: what was hashed are the bytes as they were stored.
            var json = System.Text.Encoding.UTF8.GetBytes(root.GetProperty("event").GetRawText());
            return new Line.Event(new StoredEntry(stream, root.GetProperty("version").GetInt64(), root.GetProperty("eventId").GetString()!, json, Convert.FromHexString(root.GetProperty("hash").GetString()!)));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Wrong(number, "it is no line of an export");
        }
    }

    private static FormatException Wrong(long number, string what) => new(string.Create(CultureInfo.InvariantCulture, $"line {number}: {what}; nothing was imported."));

    private abstract record Line
    {
        internal sealed record Event(StoredEntry Entry) : Line;

        internal sealed record Head(string Stream, long Version, byte[] Hash, string? OpenIn) : Line;

        internal sealed record End(long Streams) : Line;
    }
}
