using CityGuard.Cities.Package;
using CityGuard.Domain.Journal;
using CityGuard.Storage;
using CityGuard.Storage.Embedded;
using CityGuard.Storage.Vault;

namespace CityGuard.Silo.Hosting;

/// <summary>Journal, vault and last positions of one data folder, held for the life of the process.</summary>
internal sealed class EmbeddedStorage : IAsyncDisposable
{
    private EmbeddedStorage(SqliteJournal journal, SqliteVault vault, SqlitePositionStore positions)
    {
        (Journal, Vault, Positions) = (journal, vault, positions);
        Failed = Task.WhenAny(journal.Failed, vault.Failed).Unwrap();
    }

    public SqliteJournal Journal { get; }

    public SqliteVault Vault { get; }

    public SqlitePositionStore Positions { get; }

    /// <summary>Ends when nothing can be made durable any more.</summary>
    public Task<StorageException> Failed { get; }

    /// <summary>Binds the folder to this city and package; the answer is the city's first start.</summary>
    public Task<CityBound> Bind(CityManifest city, TimeProvider clock, CancellationToken cancel = default)
        => JournalBinding.Bind(Journal, city.CityId, city.Hash, clock, cancel);

    /// <summary>The journal comes first: it takes the folder's lock.</summary>
    public static async Task<EmbeddedStorage> Open(string dataFolder, TimeProvider clock)
    {
        var folder = new DataFolder(dataFolder);
        var journal = SqliteJournal.Open(folder);
        SqliteVault? vault = null;
        try
        {
            vault = SqliteVault.Open(folder);
            return new EmbeddedStorage(journal, vault, SqlitePositionStore.Open(folder, clock));
        }
        catch
        {
            if (vault is not null)
                await vault.DisposeAsync();
            await journal.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Positions.DisposeAsync();
        await Vault.DisposeAsync();
        await Journal.DisposeAsync();
    }
}
