using CityGuard.Domain.Journal;

namespace CityGuard.Faults.Host;

/// <summary>The mutant: takes every append at whatever version comes next, so that an activation that others have overtaken writes what it decided all the same.</summary>
internal sealed class UncheckedJournal(IJournal inner) : IJournal
{
    public async Task<AppendResult> Append(string stream, long expectedVersion, IReadOnlyList<JournalEntry> entries, StreamHead head, CancellationToken cancel = default)
    {
        while (true)
        {
            var version = (await inner.ReadHead(stream, cancel))?.Version ?? 0;
            if (await inner.Append(stream, version, entries, head, cancel) == AppendResult.Appended)
                return AppendResult.Appended;
        }
    }

    public Task<HeadRecord?> ReadHead(string stream, CancellationToken cancel = default) => inner.ReadHead(stream, cancel);

    public Task<IReadOnlyList<StoredEntry>> Read(string stream, long afterVersion, CancellationToken cancel = default) => inner.Read(stream, afterVersion, cancel);

    public Task<IReadOnlyList<string>> Open(string sector, CancellationToken cancel = default) => inner.Open(sector, cancel);

    public Task<bool> IsEmpty(CancellationToken cancel = default) => inner.IsEmpty(cancel);
}
