using System.Security.Cryptography;
using Azure;
using Azure.Data.Tables;
using CityGuard.Domain.Incidents;
using CityGuard.Storage.Vault;

namespace CityGuard.Storage.AzureTables;

/// <summary>What the copy to and from another store needs.</summary>
public sealed partial class TableVault : IVaultStore
{
    Task<IReadOnlyList<KeptIncident>> IVaultStore.List(CancellationToken cancel) => Told<IReadOnlyList<KeptIncident>>(async () =>
    {
        var kept = new List<KeptIncident>();
        await foreach (var row in _rows.QueryAsync<TableEntity>(r => r.RowKey == KeyRow, select: [nameof(TableEntity.PartitionKey), Key], cancellationToken: cancel).ConfigureAwait(false))
        {
            var key = row.GetBinary(Key);
            kept.Add(new KeptIncident(IncidentId.Parse(row.PartitionKey), key is null));
            CryptographicOperations.ZeroMemory(key);
        }

        return kept;
    }, cancel);

    /// <summary>A long incident comes in several answers, and an erasure may come between them: its key is then there and boxes are missing. Whoever copies looks for erasures once more.</summary>
    Task<SealedIncident> IVaultStore.Read(IncidentId incident, CancellationToken cancel) => Told(async () =>
    {
        TableEntity? keyRow = null;
        var texts = new List<SealedText>();
        await foreach (var row in _rows.QueryAsync<TableEntity>(r => r.PartitionKey == incident.Value, cancellationToken: cancel).ConfigureAwait(false))
            if (row.RowKey == KeyRow)
                keyRow = row;
            else
                texts.Add(new SealedText(row.RowKey, Chunks.Get(row, Box) ?? throw new StorageDamagedException($"The row {row.PartitionKey} {row.RowKey} of the vault holds no box.")));
        if (keyRow is null)
            throw new StorageDamagedException($"The vault has lost the key's row of {incident}.");
        return keyRow.GetBinary(Key) is { } key ? new SealedIncident(incident, key, texts) : new SealedIncident(incident, null, []);
    }, cancel);

    Task<VaultOutcome> IVaultStore.Take(SealedIncident sealedIncident, CancellationToken cancel) => Told(async () =>
    {
        var key = sealedIncident.Key!;
        try
        {
            var outcome = VaultOutcome.Done;
            foreach (var some in Portions(sealedIncident.Texts))
                if ((outcome = await Take(sealedIncident.Incident.Value, key, some, cancel).ConfigureAwait(false)) != VaultOutcome.Done)
                    break;
            return outcome;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }, cancel);

    private async Task<VaultOutcome> Take(string incident, byte[] key, List<SealedText> texts, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            if (await KeyOf(incident, () => key, cancel).ConfigureAwait(false) is not { } held)
                return VaultOutcome.Erased; // here: it stays so, whatever another store still holds
            try
            {
                if (!CryptographicOperations.FixedTimeEquals(held.Key, key))
                    return VaultOutcome.OtherKey;
                foreach (var text in texts)
                    await Point(text.Reference, incident, cancel).ConfigureAwait(false);
                await Put(incident, held.Tag, texts).Submit(_rows, cancel).ConfigureAwait(false);
                return VaultOutcome.Done;
            }
            catch (RequestFailedException changed) when (changed.Status is 404 or 412 && tries < MostTries)
            {
                // The key was touched meanwhile, or our own first try was heard. Its row tells; the same boxes are put once more.
            }
            finally
            {
                CryptographicOperations.ZeroMemory(held.Key);
            }
        }
    }

    /// <summary>Under the key's tag, as sealing does: no box is left behind a key that is destroyed at this moment.</summary>
    private static PartitionTransaction Put(string incident, ETag tag, List<SealedText> texts)
    {
        var transaction = new PartitionTransaction(incident).Merge(new TableEntity(incident, KeyRow), tag);
        foreach (var text in texts)
        {
            var box = new TableEntity(incident, text.Reference);
            Chunks.Set(box, Box, text.Box);
            transaction.Put(box);
        }

        return transaction;
    }

    /// <summary>What fits one transaction each; one that is empty for a key without boxes.</summary>
    private static IEnumerable<List<SealedText>> Portions(IReadOnlyList<SealedText> texts)
    {
        var (some, bytes) = (new List<SealedText>(), 0);
        foreach (var text in texts)
        {
            if (some.Count == BoxesAtOnce || (some.Count > 0 && bytes + text.Box.Length > AppendRules.MostBytesOfAppend))
            {
                yield return some;
                (some, bytes) = ([], 0);
            }

            some.Add(text);
            bytes += text.Box.Length;
        }

        yield return some;
    }
}
