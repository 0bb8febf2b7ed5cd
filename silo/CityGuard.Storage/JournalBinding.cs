using CityGuard.Domain.Journal;

namespace CityGuard.Storage;

/// <summary>Ties a journal to one city and one package of it: the stable ids in its streams mean nothing in another.</summary>
public static class JournalBinding
{
    public const string Stream = "city";

    /// <summary>Binds a new journal, or proves that this one is bound to this very package.</summary>
    /// <returns>The first binding: the city's first start.</returns>
    /// <exception cref="CityMismatchException">Bound to another; the message names both.</exception>
    /// <exception cref="StorageInUseException">Streams without a binding: an import broke off, and a city that began on half of its past would say so nowhere.</exception>
    public static async Task<CityBound> Bind(IJournal journal, string city, string package, TimeProvider time, CancellationToken cancel = default)
    {
        // In this order: whoever binds it meanwhile writes the binding first.
        var isEmpty = await journal.IsEmpty(cancel).ConfigureAwait(false);
        var bound = await Read(journal, cancel).ConfigureAwait(false);
        if (bound.Count == 0)
        {
            if (!isEmpty)
                throw new StorageInUseException("The journal is half of one: an import into it broke off. Import the same file again, or begin with an empty one.");
            var first = new CityBound(city, package, time.GetUtcNow());
            if (await journal.Append(Stream, 0, [EventCodec.City.Encode("city-bound-1", first)], new StreamHead(null), cancel).ConfigureAwait(false) == AppendResult.Appended)
                return first;
            bound = await Read(journal, cancel).ConfigureAwait(false);
        }

        var last = bound[^1];
        return last.City == city && last.Package == package
            ? bound[0]
            : throw new CityMismatchException($"The journal belongs to {last.City} (package {last.Package}), not to {city} (package {package}).");
    }

    private static async Task<List<CityBound>> Read(IJournal journal, CancellationToken cancel)
    {
        var bound = new List<CityBound>();
        foreach (var stored in await journal.Read(Stream, 0, cancel).ConfigureAwait(false))
            bound.Add(EventCodec.City.Decode(stored.Json) as CityBound ?? throw new StorageDamagedException($"Event {stored.Version} of the stream {Stream} is of a kind that this program does not know."));
        return bound;
    }
}
