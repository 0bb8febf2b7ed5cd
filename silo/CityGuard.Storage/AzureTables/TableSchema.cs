using System.Globalization;
using Azure;
using Azure.Data.Tables;

namespace CityGuard.Storage.AzureTables;

/// <summary>Makes the tables of a cluster when they are absent, and proves that they are of the shape that this program reads.</summary>
internal static class TableSchema
{
    private const int Version = 1;
    private const string Partition = "schema", Row = "version", Number = "number";

    /// <exception cref="StorageException">Not reachable, not allowed, or of another version; the message is one readable line.</exception>
    public static async Task Ensure(TableNames tables, string account, CancellationToken cancel)
    {
        try
        {
            foreach (var table in tables.All)
                await table.CreateIfNotExistsAsync(cancel).ConfigureAwait(false);
            await Check(tables.Secrets, account, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (TableFault.Is(e, cancel))
        {
            throw TableFault.Explain(e, account, cancel);
        }
    }

    /// <summary>For those who only read: there must be tables already.</summary>
    /// <exception cref="StorageException">As above, or there are none.</exception>
    public static async Task Existing(TableNames tables, string account, CancellationToken cancel)
    {
        try
        {
            if (await Stored(tables.Secrets, cancel).ConfigureAwait(false) is not { } version)
                throw new StorageFailedException($"{account}: there are no tables of this cluster.");
            Compare(version, account);
        }
        catch (RequestFailedException e) when (e is { Status: 404 })
        {
            throw new StorageFailedException($"{account}: there are no tables of this cluster.", e);
        }
        catch (Exception e) when (TableFault.Is(e, cancel))
        {
            throw TableFault.Explain(e, account, cancel);
        }
    }

    private static async Task Check(TableClient table, string account, CancellationToken cancel)
    {
        if (await Stored(table, cancel).ConfigureAwait(false) is { } stored)
        {
            Compare(stored, account);
            return;
        }

        try
        {
            await table.AddEntityAsync(new TableEntity(Partition, Row) { [Number] = Version }, cancel).ConfigureAwait(false);
        }
        catch (RequestFailedException e) when (e.Status == 409)
        {
            // Another silo starts at the same time.
            Compare(await Stored(table, cancel).ConfigureAwait(false) ?? 0, account);
        }
    }

    private static async Task<int?> Stored(TableClient table, CancellationToken cancel)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition, Row, cancellationToken: cancel).ConfigureAwait(false);
        return row.HasValue ? row.Value!.GetInt32(Number) ?? 0 : null;
    }

    private static void Compare(int stored, string account)
    {
        if (stored != Version)
            throw new StorageDamagedException(string.Create(CultureInfo.InvariantCulture, $"{account}: the tables are of version {stored}; this program reads version {Version}."));
    }
}
