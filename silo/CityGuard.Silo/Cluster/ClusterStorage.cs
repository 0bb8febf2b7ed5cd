using CityGuard.Domain.Journal;
using CityGuard.Silo.Hosting;
using CityGuard.Storage;
using CityGuard.Storage.AzureTables;
using CityGuard.Storage.Secrets;

namespace CityGuard.Silo.Cluster;

/// <summary>Journal, vault, last positions and secrets of a cluster.</summary>
internal sealed class ClusterStorage : CityStorage
{
    private static readonly TimeSpan PeopleBelieved = TimeSpan.FromSeconds(5);

    private readonly TableStore _store;
    private readonly TablePositionStore _positions;

    private ClusterStorage(TableStore store, TablePositionStore positions, TimeProvider clock)
    {
        (_store, _positions) = (store, positions);
        People = new BelievedFiles(store.Secrets, clock, PeopleBelieved);
    }

    public override IJournal Journal => _store.Journal;

    public override IVault Vault => _store.Vault;

    public override IPositionStore Positions => _positions;

    public override ISecretFiles Secrets => _store.Secrets;

    public override ISecretFiles People { get; }

    /// <summary>Never: tables that are away come back, and health tells meanwhile that nothing is taken.</summary>
    public override Task<StorageException> Failed { get; } = new TaskCompletionSource<StorageException>().Task;

    public static async Task<ClusterStorage> Open(TableAddress address, TimeProvider clock, CancellationToken cancel)
    {
        var store = await TableStore.Open(address, clock, cancel: cancel);
        return new ClusterStorage(store, await store.OpenPositions(cancel), clock);
    }

    public override ValueTask DisposeAsync() => _positions.DisposeAsync();
}
