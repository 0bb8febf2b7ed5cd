using CityGuard.Cities.Package;
using CityGuard.Domain.Journal;
using CityGuard.Storage;
using CityGuard.Storage.Secrets;

namespace CityGuard.Silo.Hosting;

/// <summary>What the city keeps, wherever it keeps it: held for the life of the process.</summary>
internal abstract class CityStorage : IAsyncDisposable
{
    public abstract IJournal Journal { get; }

    public abstract IVault Vault { get; }

    public abstract IPositionStore Positions { get; }

    public abstract ISecretFiles Secrets { get; }

    /// <summary>The same, for those who ask again and again whether somebody is still there.</summary>
    public virtual ISecretFiles People => Secrets;

    /// <summary>Ends when nothing can be made durable any more, not even later.</summary>
    public abstract Task<StorageException> Failed { get; }

    /// <summary>Binds the store to this city and package; the answer is the city's first start.</summary>
    public Task<CityBound> Bind(CityManifest city, TimeProvider clock, CancellationToken cancel = default)
        => JournalBinding.Bind(Journal, city.CityId, city.Hash, clock, cancel);

    public abstract ValueTask DisposeAsync();
}
