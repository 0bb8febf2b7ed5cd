using System.Security.Cryptography;
using System.Text.Json;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using CityGuard.Storage.Sqlite;

namespace CityGuard.Storage.Vault;

/// <summary>
/// The vault of the embedded mode: its own SQLite file beside the journal. It takes no lock of the folder, so that
/// personal data can be erased while the city runs; SQLite lets one process write at a time.
/// </summary>
public sealed class SqliteVault : IVaultStore, IAsyncDisposable
{
    private const int Readers = 2;

    private readonly GroupWriter<VaultRequest> _writer;
    private readonly ReadPool<VaultQueries> _readers;

    private SqliteVault(string file)
    {
        var database = VaultSchema.Open(file);
        _writer = new GroupWriter<VaultRequest>(database, new VaultCommit(database), new Checkpointer(file));
        _readers = new ReadPool<VaultQueries>(file, Readers, connection => new VaultQueries(connection));
    }

    /// <summary>Ends, with the reason, once nothing can be sealed or erased any more.</summary>
    public Task<StorageException> Failed => _writer.Failed;

    /// <exception cref="StorageException">Damaged, full or not writable; the message is one readable line.</exception>
    public static SqliteVault Open(DataFolder folder)
    {
        try
        {
            return new SqliteVault(folder.Create().Vault);
        }
        catch (SqliteFault fault)
        {
            throw fault.ToStorageException();
        }
    }

    /// <summary>For those who take from it: there must be a vault already.</summary>
    /// <exception cref="StorageException">As above, or there is none.</exception>
    public static SqliteVault Existing(DataFolder folder)
        => File.Exists(folder.Vault) ? Open(folder) : throw new StorageFailedException($"There is no vault in {folder.Path}.");

    public async Task<string?> Seal(IncidentId incident, PersonalData data, CancellationToken cancel = default)
    {
        var request = new VaultRequest.Seal(incident, Box.NewReference(), JsonSerializer.SerializeToUtf8Bytes(data));
        return await Write(request, cancel).ConfigureAwait(false) == VaultOutcome.Done ? request.Reference : null;
    }

    public async Task<PersonalData?> Open(string reference, CancellationToken cancel = default)
    {
        if (await _readers.Query(q => q.Find(reference), cancel).ConfigureAwait(false) is not var (key, box))
            return null;
        try
        {
            return JsonSerializer.Deserialize<PersonalData>(Box.Open(key, reference, box));
        }
        catch (CryptographicException e)
        {
            throw new StorageDamagedException($"The vault's entry {reference} does not open with its key.", e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    public async Task<bool> Erase(IncidentId incident, CancellationToken cancel = default)
        => await Write(new VaultRequest.Erase(incident), cancel).ConfigureAwait(false) == VaultOutcome.Done;

    Task<IReadOnlyList<KeptIncident>> IVaultStore.List(CancellationToken cancel) => _readers.Query(q => q.List(), cancel);

    async Task<SealedIncident> IVaultStore.Read(IncidentId incident, CancellationToken cancel)
        => await _readers.Query(q => q.Read(incident), cancel).ConfigureAwait(false) ?? throw new StorageDamagedException($"The vault has lost the key's row of {incident}.");

    Task<VaultOutcome> IVaultStore.Take(SealedIncident sealedIncident, CancellationToken cancel) => Write(new VaultRequest.Take(sealedIncident), cancel);

    public async ValueTask DisposeAsync()
    {
        _readers.Dispose();
        await _writer.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<VaultOutcome> Write(VaultRequest request, CancellationToken cancel)
    {
        await _writer.Enqueue(request, cancel).ConfigureAwait(false);
        return await request.Answer.WaitAsync(cancel).ConfigureAwait(false);
    }
}
