using Azure;
using Azure.Data.Tables;
using CityGuard.Storage.Secrets;

namespace CityGuard.Storage.AzureTables;

/// <summary>Secrets of a cluster, which every node reads: rows of the table of keys.</summary>
public sealed class TableFiles : ISecretFiles
{
    private const string Bytes = "bytes";

    private readonly TableClient _rows;
    private readonly string _account;

    internal TableFiles(TableNames tables, string account) => (_rows, _account) = (tables.Secrets, account);

    public ValueTask<byte[]?> Read(string folder, string name, CancellationToken cancel = default) => Told(async () =>
        (await Find(folder, name, cancel).ConfigureAwait(false)) is { } row ? Chunks.Get(row, Bytes) : null, cancel);

    public ValueTask<IReadOnlyList<string>> List(string folder, CancellationToken cancel = default) => Told<IReadOnlyList<string>>(async () =>
    {
        var names = new List<string>();
        await foreach (var row in _rows.QueryAsync<TableEntity>(r => r.PartitionKey == folder, select: [nameof(TableEntity.RowKey)], cancellationToken: cancel).ConfigureAwait(false))
            names.Add(row.RowKey);
        return names;
    }, cancel);

    public ValueTask<bool> TryWriteNew(string folder, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default) => Told(async () =>
    {
        try
        {
            await _rows.AddEntityAsync(Row(folder, name, bytes), cancel).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException there) when (there.Status == 409)
        {
            // Our own first try, when the library had to repeat it, or somebody else's.
            return await Find(folder, name, cancel).ConfigureAwait(false) is { } row && Chunks.Get(row, Bytes).AsSpan().SequenceEqual(bytes.Span);
        }
    }, cancel);

    public ValueTask<byte[]?> Take(string folder, string name, CancellationToken cancel = default) => Told(async () =>
    {
        if (await Find(folder, name, cancel).ConfigureAwait(false) is not { } row)
            return null;
        try
        {
            // The library does not throw where there is nothing to delete any more.
            var answer = await _rows.DeleteEntityAsync(folder, name, row.ETag, cancel).ConfigureAwait(false);
            return answer.Status == 404 ? null : Chunks.Get(row, Bytes);
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            return null;
        }
    }, cancel);

    public ValueTask<bool> Delete(string folder, string name, CancellationToken cancel = default) => Told(async () =>
    {
        var there = await Find(folder, name, cancel).ConfigureAwait(false) is not null;
        await _rows.DeleteEntityAsync(folder, name, ETag.All, cancel).ConfigureAwait(false);
        return there;
    }, cancel);

    private async Task<TableEntity?> Find(string folder, string name, CancellationToken cancel)
    {
        var row = await _rows.GetEntityIfExistsAsync<TableEntity>(folder, name, cancellationToken: cancel).ConfigureAwait(false);
        return row.HasValue ? row.Value : null;
    }

    private static TableEntity Row(string folder, string name, ReadOnlyMemory<byte> bytes)
    {
        var row = new TableEntity(folder, name);
        Chunks.Set(row, Bytes, bytes);
        return row;
    }

    private ValueTask<T> Told<T>(Func<Task<T>> ask, CancellationToken cancel) => new(TableFault.Told(_account, ask, cancel));
}
