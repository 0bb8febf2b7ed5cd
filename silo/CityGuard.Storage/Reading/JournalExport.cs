using System.Text.Json;
using CityGuard.Domain.Journal;

namespace CityGuard.Storage.Reading;

/// <summary>
/// A journal as lines of JSON, stream by stream: an event a line, <c>{"stream", "version", "eventId", "hash", "event"}</c>, and after the last of a stream
/// its head, <c>{"stream", "head": {"version", "hash", "openIn"}}</c>; at the end <c>{"end": {"streams"}}</c>, without which it is no whole one. Snapshots are left
/// out, they follow from the events; personal data is not in it.
/// </summary>
public static class JournalExport
{
    /// <exception cref="StorageDamagedException">A stream is not as this program stores it, so that no import would take it.</exception>
    /// <exception cref="StorageException">The journal cannot be read, or no more of it.</exception>
    public static async Task Write(JournalSource source, Stream into, IProgress<VerifyProgress>? progress = null, CancellationToken cancel = default)
    {
        await using var writer = new Utf8JsonWriter(into, new JsonWriterOptions { SkipValidation = true });
        long streams = 0;
        await foreach (var read in source.Streams(cancel).ConfigureAwait(false))
        {
            if (read.Faults is [var fault, ..])
                throw new StorageDamagedException($"{fault}; verify tells all that is wrong.");
            foreach (var stored in read.Events)
                WriteLine(writer, into, () => Event(writer, stored));
            WriteLine(writer, into, () => Head(writer, read.Stream));
            streams++;
            progress?.Report(new VerifyProgress(streams, source.Count ?? 0));
        }

        WriteLine(writer, into, () => End(writer, streams));
    }

    private static void WriteLine(Utf8JsonWriter writer, Stream into, Action write)
    {
        write();
        writer.Flush();
        writer.Reset();
        into.WriteByte((byte)'\n');
    }

    private static void Event(Utf8JsonWriter writer, StoredEntry stored)
    {
        writer.WriteStartObject();
        writer.WriteString("stream", stored.Stream);
        writer.WriteNumber("version", stored.Version);
        writer.WriteString("eventId", stored.EventId);
        writer.WriteString("hash", Convert.ToHexStringLower(stored.Hash.Span));
        writer.WritePropertyName("event");
        writer.WriteRawValue(stored.Json.Span, skipInputValidation: true);
        writer.WriteEndObject();
    }

    private static void Head(Utf8JsonWriter writer, StoredStream stream)
    {
        writer.WriteStartObject();
        writer.WriteString("stream", stream.Name);
        writer.WriteStartObject("head");
        writer.WriteNumber("version", stream.Version);
        writer.WriteString("hash", Convert.ToHexStringLower(stream.Hash));
        writer.WriteString("openIn", stream.OpenIn);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void End(Utf8JsonWriter writer, long streams)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("end");
        writer.WriteNumber("streams", streams);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
