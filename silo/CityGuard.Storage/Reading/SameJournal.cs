using CityGuard.Storage.AzureTables;

namespace CityGuard.Storage.Reading;

/// <summary>Proves that a folder and a cluster hold the journal of one city. One that was exported and imported keeps its hashes, so the two begin alike.</summary>
public static class SameJournal
{
    /// <exception cref="StorageException">One of them has no journal, or they are not the same; the message is one readable line.</exception>
    public static async Task Prove(DataFolder folder, TableStore tables, CancellationToken cancel = default)
    {
        using var journal = JournalReader.Open(folder);
        if (journal.First(JournalBinding.Stream) is not { } here)
            throw new StorageFailedException($"The journal in {folder.Path} is empty: import it first.");
        if (await tables.Journal.Read(JournalBinding.Stream, 0, cancel).ConfigureAwait(false) is not [var there, ..])
            throw new StorageFailedException($"There is no journal in the tables at {tables.Account}: import it first.");
        if (!here.Hash.Span.SequenceEqual(there.Hash.Span))
            throw new CityMismatchException($"The journal in {folder.Path} and the one at {tables.Account} do not begin alike: personal data goes only where its journal is.");
    }
}
