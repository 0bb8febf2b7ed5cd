using CityGuard.Domain.Journal;
using CityGuard.Storage;
using CityGuard.Storage.Embedded;
using CityGuard.Storage.Secrets;
using CityGuard.Storage.Vault;

namespace CityGuard.Silo.Hosting;

/// <summary>Journal, vault and last positions of one data folder, held for the life of the process.</summary>
internal sealed class EmbeddedStorage : CityStorage
{
    private readonly SqliteJournal _journal;
    private readonly SqliteVault _vault;
    private readonly SqlitePositionStore _positions;

    private EmbeddedStorage(DataFolder folder, SqliteJournal journal, SqliteVault vault, SqlitePositionStore positions)
    {
        (_journal, _vault, _positions) = (journal, vault, positions);
        Secrets = new FolderFiles(folder.Path);
        Failed = Task.WhenAny(journal.Failed, vault.Failed).Unwrap();
    }

    public override IJournal Journal => _journal;

    public override IVault Vault => _vault;

    public override IPositionStore Positions => _positions;

    public override ISecretFiles Secrets { get; }

    public override Task<StorageException> Failed { get; }

    /// <summary>The journal comes first: it takes the folder's lock.</summary>
    public static async Task<EmbeddedStorage> Open(string dataFolder, TimeProvider clock)
    {
        var folder = new DataFolder(dataFolder);
        var journal = SqliteJournal.Open(folder);
        SqliteVault? vault = null;
        try
        {
            vault = SqliteVault.Open(folder);
            return new EmbeddedStorage(folder, journal, vault, SqlitePositionStore.Open(folder, clock));
        }
        catch
        {
            if (vault is not null)
                await vault.DisposeAsync();
            await journal.DisposeAsync();
            throw;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _positions.DisposeAsync();
        await _vault.DisposeAsync();
        await _journal.DisposeAsync();
    }
}
