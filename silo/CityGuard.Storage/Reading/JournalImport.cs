using CityGuard.Domain.Journal;

namespace CityGuard.Storage.Reading;

/// <summary>
/// Puts an export into an empty journal, event for event under the same hashes. The whole file is proved before the first is written. What broke off
/// is gone on with by importing the same file again; a journal of another history is refused.
/// </summary>
public static class JournalImport
{
    private const int AtOnce = 16;

    /// <returns>Streams and events of the file.</returns>
    /// <exception cref="FormatException">The file is damaged; nothing was written.</exception>
    /// <exception cref="StorageException">The journal holds something else, or cannot be written to.</exception>
    public static async Task<(long Streams, long Events)> Run(string file, IJournal into, IProgress<VerifyProgress>? progress = null, CancellationToken cancel = default)
    {
        var (streams, events) = Prove(file);
        await CheckOrigin(file, into, cancel).ConfigureAwait(false);
        long done = 0;
        await Parallel.ForEachAsync(ExportedStream.Read(file), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (stream, stop) =>
        {
            await Write(stream, into, stop).ConfigureAwait(false);
            progress?.Report(new VerifyProgress(Interlocked.Increment(ref done), streams));
        }).ConfigureAwait(false);
        return (streams, events);
    }

    private static (long Streams, long Events) Prove(string file)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var stream in ExportedStream.Read(file))
        {
            if (!names.Add(stream.Name))
                throw new FormatException($"{stream.Name} is there twice; nothing was imported.");
            foreach (var stored in stream.Events)
                if (!ids.Add(stored.EventId))
                    throw new FormatException($"the event id {stored.EventId} is there twice; nothing was imported.");
        }

        return names.Contains(JournalBinding.Stream) ? (names.Count, ids.Count) : throw new FormatException("the file binds to no city; nothing was imported.");
    }

    /// <summary>Empty, or begun with this very file.</summary>
    private static async Task CheckOrigin(string file, IJournal into, CancellationToken cancel)
    {
        var there = await into.Read(JournalBinding.Stream, 0, cancel).ConfigureAwait(false);
        var city = ExportedStream.Read(file).First(s => s.Name == JournalBinding.Stream);
        if (there.Count > 0 && !there[0].Hash.Span.SequenceEqual(city.Events[0].Hash.Span))
            throw new StorageInUseException("There is a journal already, and it is not the beginning of this one; an import goes into an empty one.");
    }

    private static async Task Write(ExportedStream stream, IJournal into, CancellationToken cancel)
    {
        for (var at = 0; at < stream.Events.Count;)
        {
            var some = Next(stream.Events, at);
            // Open from the first event on: whoever looks meanwhile finds too much rather than too little.
            if (await into.Append(stream.Name, at, [.. some.Select(e => new JournalEntry(e.EventId, e.Json))], new StreamHead(stream.OpenIn), cancel).ConfigureAwait(false) != AppendResult.Appended)
                throw new StorageInUseException($"The journal has another history of {stream.Name} already; an import goes into an empty one.");
            at += some.Count;
        }
    }

    private static List<StoredEntry> Next(IReadOnlyList<StoredEntry> events, int from)
    {
        var (some, bytes) = (new List<StoredEntry>(), 0);
        for (var at = from; at < events.Count && some.Count < AppendRules.MostEntries && (some.Count == 0 || bytes + events[at].Json.Length <= AppendRules.MostBytesOfAppend); at++)
        {
            some.Add(events[at]);
            bytes += events[at].Json.Length;
        }

        return some;
    }
}
