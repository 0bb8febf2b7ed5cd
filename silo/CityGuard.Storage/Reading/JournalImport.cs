using CityGuard.Domain.Journal;

namespace CityGuard.Storage.Reading;

/// <summary>
/// Puts an export into an empty journal, event for event under the same hashes. The whole file is proved before the first is written. What broke off
/// is gone on with by importing the same file again; a journal of another history is refused. What binds the journal to its city comes last: no city starts
/// on half of its past.
/// </summary>
public static class JournalImport
{
    private const int AtOnce = 16;

    /// <returns>Streams and events of the file.</returns>
    /// <exception cref="FormatException">The file is damaged or not whole; nothing was written.</exception>
    /// <exception cref="StorageException">The journal holds something else, or cannot be written to.</exception>
    public static async Task<(long Streams, long Events)> Run(string file, IJournal into, IProgress<VerifyProgress>? progress = null, CancellationToken cancel = default)
    {
        var (first, city, streams, events) = Prove(file);
        if (!await into.IsEmpty(cancel).ConfigureAwait(false) && !await IsBegun(into, city, first, cancel).ConfigureAwait(false))
            throw new StorageInUseException("There is a journal already, and it is not the beginning of this one; an import goes into an empty one.");
        await Write(first, into, cancel).ConfigureAwait(false);
        long done = 0;
        await Parallel.ForEachAsync(ExportedStream.Read(file).Where(stream => stream.Name != JournalBinding.Stream), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (stream, stop) =>
        {
            await Write(stream, into, stop).ConfigureAwait(false);
            progress?.Report(new VerifyProgress(Interlocked.Increment(ref done), streams));
        }).ConfigureAwait(false);
        await Write(city, into, cancel).ConfigureAwait(false);
        progress?.Report(new VerifyProgress(streams, streams));
        return (streams, events);
    }

    /// <summary>Reads the whole file; the answer's first two are the stream that is written before all others and the one that is written after them.</summary>
    private static (ExportedStream First, ExportedStream City, long Streams, long Events) Prove(string file)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        ExportedStream? first = null, city = null;
        foreach (var stream in ExportedStream.Read(file))
        {
            if (!names.Add(stream.Name))
                throw new FormatException($"{stream.Name} is there twice; nothing was imported.");
            foreach (var stored in stream.Events)
                if (!ids.Add(stored.EventId))
                    throw new FormatException($"the event id {stored.EventId} is there twice; nothing was imported.");
            if (stream.Name == JournalBinding.Stream)
                city = stream;
            else
                first ??= stream;
        }

        return city is null ? throw new FormatException("the file binds to no city; nothing was imported.") : (first ?? city, city, names.Count, ids.Count);
    }

    /// <summary>True when the journal was begun with this very file.</summary>
    private static async Task<bool> IsBegun(IJournal into, ExportedStream city, ExportedStream first, CancellationToken cancel)
    {
        foreach (var stream in new[] { city, first })
            if (await into.Read(stream.Name, 0, cancel).ConfigureAwait(false) is [var there, ..])
                return there.Hash.Span.SequenceEqual(stream.Events[0].Hash.Span);
        return false;
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
