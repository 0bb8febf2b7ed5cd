using CityGuard.Storage.Secrets;

namespace CityGuard.Storage.AzureTables;

/// <summary>Everything that a cluster keeps in Azure Tables, through one client.</summary>
public sealed class TableStore
{
    private readonly TableNames _tables;
    private readonly TimeProvider _time;

    private TableStore(TableNames tables, string account, TimeProvider time)
    {
        (_tables, Account, _time) = (tables, account, time);
        Journal = new TableJournal(tables, account, time);
        Vault = new TableVault(tables, account);
        Secrets = new TableFiles(tables, account);
    }

    /// <summary>Address of the account, without secrets.</summary>
    public string Account { get; }

    public TableJournal Journal { get; }

    public TableVault Vault { get; }

    public ISecretFiles Secrets { get; }

    internal TableNames Tables => _tables;

    /// <summary>Makes the tables when they are absent.</summary>
    /// <exception cref="StorageException">Not reachable, not allowed, or of another version; the message is one readable line.</exception>
    /// <exception cref="FormatException">The address cannot be.</exception>
    public static async Task<TableStore> Open(TableAddress address, TimeProvider time, HttpPipelineTransportFactory? transport = null, CancellationToken cancel = default)
    {
        var store = Of(address, time, transport);
        await TableSchema.Ensure(store._tables, store.Account, cancel).ConfigureAwait(false);
        return store;
    }

    /// <summary>For those who only read: there must be tables already.</summary>
    /// <exception cref="StorageException">As above, or there are none.</exception>
    /// <exception cref="FormatException">The address cannot be.</exception>
    public static async Task<TableStore> Existing(TableAddress address, TimeProvider time, CancellationToken cancel = default)
    {
        var store = Of(address, time, null);
        await TableSchema.Existing(store._tables, store.Account, cancel).ConfigureAwait(false);
        return store;
    }

    /// <summary>Reads all last positions, and keeps them from then on.</summary>
    public Task<TablePositionStore> OpenPositions(CancellationToken cancel = default) => TablePositionStore.Open(_tables, Account, _time, cancel);

    private static TableStore Of(TableAddress address, TimeProvider time, HttpPipelineTransportFactory? transport)
        => new(new TableNames(address.Checked().Service(transport), address.Cluster), address.Account, time);
}
