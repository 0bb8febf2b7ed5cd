using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;

namespace CityGuard.Storage.AzureTables;

/// <summary>
/// The vault of a cluster. An incident is a partition: its key and its boxes, which change in one transaction; beside it, for each reference,
/// a row that tells to which incident it belongs. Erasing overwrites the key by its absence and deletes the boxes; what the account keeps in
/// backups of its own is the account's to end.
/// </summary>
public sealed partial class TableVault : IVault
{
    private const string KeyRow = "key", Key = "key", Box = "box", PointerRow = "of", Incident = "incident";
    private const int BoxesAtOnce = 90;
    private const int MostTries = 5;

    private readonly TableClient _rows;
    private readonly string _account;

    internal TableVault(TableNames tables, string account) => (_rows, _account) = (tables.Vault, account);

    public Task<string?> Seal(IncidentId incident, PersonalData data, CancellationToken cancel = default) => Told(async () =>
    {
        for (var tries = 1; ; tries++)
        {
            if (await KeyOf(incident.Value, NewKey, cancel).ConfigureAwait(false) is not { } held)
                return null; // erased: it stays so, whatever is reported again
            var reference = Vault.Box.NewReference();
            try
            {
                await Write(incident.Value, held, reference, data, cancel).ConfigureAwait(false);
                return reference;
            }
            catch (RequestFailedException changed) when (changed.Status is 404 or 412 && tries < MostTries)
            {
                // The key was touched meanwhile: by another report of the incident, or by its erasure. Its row tells.
            }
            finally
            {
                CryptographicOperations.ZeroMemory(held.Key);
            }
        }
    }, cancel);

    public Task<PersonalData?> Open(string reference, CancellationToken cancel = default) => Told(async () =>
    {
        if (await Find(reference, PointerRow, cancel).ConfigureAwait(false) is not { } pointer || pointer.GetString(Incident) is not { } incident
            || await Find(incident, reference, cancel).ConfigureAwait(false) is not { } row || Chunks.Get(row, Box) is not { } box
            || await KeyOf(incident, orNew: null, cancel).ConfigureAwait(false) is not { } held)
            return null;
        try
        {
            return JsonSerializer.Deserialize<PersonalData>(Vault.Box.Open(held.Key, reference, box));
        }
        catch (CryptographicException e)
        {
            throw new StorageDamagedException($"The vault's entry {reference} does not open with its key.", e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(held.Key);
        }
    }, cancel);

    public Task<bool> Erase(IncidentId incident, CancellationToken cancel = default) => Told(async () =>
    {
        var tombstone = new TableEntity(incident.Value, KeyRow);
        var row = await Find(incident.Value, KeyRow, cancel).ConfigureAwait(false);
        // Without a condition: whoever seals at this moment holds the old tag, and is refused.
        await _rows.UpsertEntityAsync(tombstone, TableUpdateMode.Replace, cancel).ConfigureAwait(false);
        await DeleteBoxes(incident.Value, cancel).ConfigureAwait(false);
        return row?.GetBinary(Key) is not null;
    }, cancel);

    private async Task Write(string incident, HeldKey held, string reference, PersonalData data, CancellationToken cancel)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(data);
        var box = new TableEntity(incident, reference);
        Chunks.Set(box, Box, Vault.Box.Seal(held.Key, reference, plain));
        CryptographicOperations.ZeroMemory(plain);
        await Point(reference, incident, cancel).ConfigureAwait(false);
        // Under the key's tag: no box is left behind a key that is destroyed at this moment.
        await new PartitionTransaction(incident).Merge(new TableEntity(incident, KeyRow), held.Tag).Put(box).Submit(_rows, cancel).ConfigureAwait(false);
    }

    /// <summary>The pointer tells nothing of anybody; one without a box opens nothing.</summary>
    private async Task Point(string reference, string incident, CancellationToken cancel)
        => await _rows.UpsertEntityAsync(new TableEntity(reference, PointerRow) { [Incident] = incident }, TableUpdateMode.Replace, cancel).ConfigureAwait(false);

    private static byte[] NewKey() => RandomNumberGenerator.GetBytes(Vault.Box.KeyLength);

    /// <summary>The incident's key; null when it was erased, or is not there and none is wanted.</summary>
    private async Task<HeldKey?> KeyOf(string incident, Func<byte[]>? orNew, CancellationToken cancel)
    {
        if (await Find(incident, KeyRow, cancel).ConfigureAwait(false) is { } row)
            return row.GetBinary(Key) is { } key ? new HeldKey(key, row.ETag) : null;
        if (orNew is null)
            return null;
        try
        {
            await _rows.AddEntityAsync(new TableEntity(incident, KeyRow) { [Key] = orNew() }, cancel).ConfigureAwait(false);
        }
        catch (RequestFailedException there) when (there.Status == 409)
        {
            // Another report of the same incident was first, or our own first try was heard.
        }

        return await KeyOf(incident, orNew: null, cancel).ConfigureAwait(false);
    }

    private async Task DeleteBoxes(string incident, CancellationToken cancel)
    {
        while (await BoxesOf(incident, cancel).ConfigureAwait(false) is { Count: > 0 } boxes)
            try
            {
                var transaction = new PartitionTransaction(incident);
                foreach (var box in boxes.Take(BoxesAtOnce))
                    transaction.Delete(box, ETag.All);
                await transaction.Submit(_rows, cancel).ConfigureAwait(false);
            }
            catch (RequestFailedException gone) when (gone.Status == 404)
            {
                // Another erasure was quicker, or our own first try was heard: what is left tells.
            }
    }

    private async Task<List<string>> BoxesOf(string incident, CancellationToken cancel)
    {
        var boxes = new List<string>();
        await foreach (var row in _rows.QueryAsync<TableEntity>(r => r.PartitionKey == incident, select: [nameof(TableEntity.RowKey)], cancellationToken: cancel).ConfigureAwait(false))
            if (row.RowKey != KeyRow)
                boxes.Add(row.RowKey);
        return boxes;
    }

    private async Task<TableEntity?> Find(string partition, string row, CancellationToken cancel)
    {
        var found = await _rows.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancel).ConfigureAwait(false);
        return found.HasValue ? found.Value : null;
    }

    private Task<T> Told<T>(Func<Task<T>> ask, CancellationToken cancel) => TableFault.Told(_account, ask, cancel);

    private readonly record struct HeldKey(byte[] Key, ETag Tag);
}
