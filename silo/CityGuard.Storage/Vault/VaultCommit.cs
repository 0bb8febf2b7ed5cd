using System.Diagnostics;
using System.Security.Cryptography;
using CityGuard.Storage.Sqlite;

namespace CityGuard.Storage.Vault;

/// <summary>Writes a batch of sealings, takings over and erasings. Keys are read within the transaction, never remembered: another process may have erased them.</summary>
internal sealed class VaultCommit(Database database) : IBatchCommit<VaultRequest>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly byte[] NoKey = new byte[Box.KeyLength];

    private readonly Statement _begin = database.Prepare("BEGIN IMMEDIATE");
    private readonly Statement _commit = database.Prepare("COMMIT");
    private readonly Statement _find = database.Prepare("SELECT id, key FROM keys WHERE incident = ?");
    private readonly Statement _addKey = database.Prepare("INSERT INTO keys (incident, key) VALUES (?, ?) RETURNING id");
    private readonly Statement _setKey = database.Prepare("UPDATE keys SET key = ? WHERE id = ?");
    private readonly Statement _addBox = database.Prepare("INSERT INTO boxes (reference, key, box) VALUES (?, ?, ?)");
    private readonly Statement _takeBox = database.Prepare("INSERT INTO boxes (reference, key, box) VALUES (?, ?, ?) ON CONFLICT (reference) DO NOTHING");
    private readonly Statement _deleteBoxes = database.Prepare("DELETE FROM boxes WHERE key = ?");

    public void Write(List<VaultRequest> batch)
    {
        if (!Begin(batch))
            return;
        foreach (var request in batch)
            request.Outcome = request switch
            {
                VaultRequest.Seal seal => Seal(seal),
                VaultRequest.Take take => Take(take),
                _ => Erase(request),
            };
        _commit.Run();
        var erasures = batch.FindAll(r => r is VaultRequest.Erase);
        if (erasures.Count > 0 && !EmptyTheLog())
            foreach (var erasure in erasures)
                RefuseAsUnfinished(erasure, batch);
    }

    public void Dispose()
    {
        foreach (var statement in new[] { _begin, _commit, _find, _addKey, _setKey, _addBox, _takeBox, _deleteBoxes })
            statement.Dispose();
    }

    /// <summary>False: another process, which erases or copies, has held the file for too long. Nothing is begun, so only those who wait are refused.</summary>
    private bool Begin(List<VaultRequest> batch)
    {
        try
        {
            _begin.Run();
            return true;
        }
        catch (SqliteFault fault) when (fault.IsBusy)
        {
            foreach (var request in batch)
                request.Refuse(fault.ToStorageException());
            batch.Clear();
            return false;
        }
    }

    private VaultOutcome Seal(VaultRequest.Seal request)
    {
        var (id, key) = FindKey(request.Incident.Value);
        if (id is not null && key is null)
        {
            CryptographicOperations.ZeroMemory(request.Plain);
            return VaultOutcome.Erased; // it stays so, whatever is reported again
        }

        if (key is null)
        {
            key = RandomNumberGenerator.GetBytes(Box.KeyLength);
            id = AddKey(request.Incident.Value, key);
        }

        var box = Box.Seal(key, request.Reference, request.Plain);
        CryptographicOperations.ZeroMemory(key);
        CryptographicOperations.ZeroMemory(request.Plain);
        _addBox.Bind(1, request.Reference).Bind(2, id!.Value).Bind(3, box).Run();
        return VaultOutcome.Done;
    }

    private VaultOutcome Take(VaultRequest.Take request)
    {
        var (id, held) = FindKey(request.Incident.Value);
        try
        {
            if (id is not null && held is null)
                return VaultOutcome.Erased; // here: it stays so, whatever another store still holds
            if (held is not null && !CryptographicOperations.FixedTimeEquals(held, request.Key))
                return VaultOutcome.OtherKey;
            id ??= AddKey(request.Incident.Value, request.Key);
            // Those of a copy that broke off are here already.
            foreach (var text in request.Texts)
                _takeBox.Bind(1, text.Reference).Bind(2, id.Value).Bind(3, text.Box).Run();
            return VaultOutcome.Done;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(held);
            CryptographicOperations.ZeroMemory(request.Key);
        }
    }

    private VaultOutcome Erase(VaultRequest request)
    {
        var (id, key) = FindKey(request.Incident.Value);
        if (id is null)
            AddKey(request.Incident.Value, NoKey); // nothing was kept of it, and nothing will be
        if (id is null || key is null)
            return VaultOutcome.Erased;
        _setKey.Bind(1, NoKey).Bind(2, id.Value).Run();
        _deleteBoxes.Bind(1, id.Value).Run();
        return VaultOutcome.Done;
    }

    private (long? Id, byte[]? Key) FindKey(string incident)
    {
        if (!_find.Bind(1, incident).Step())
        {
            _find.Reset();
            return (null, null);
        }

        var (id, key) = (_find.Int64(0), _find.Bytes(1));
        _find.Reset();
        return (id, key.AsSpan().SequenceEqual(NoKey) ? null : key);
    }

    private long AddKey(string incident, byte[] key)
    {
        _addKey.Bind(1, incident).Bind(2, key).Step();
        var id = _addKey.Int64(0);
        _addKey.Reset();
        return id;
    }

    /// <summary>
    /// The log still holds the pages as they were. Other readers and checkpoints take milliseconds; one that does not
    /// is no reason to stop the city, but the erasure is then not done and says so.
    /// </summary>
    private bool EmptyTheLog()
    {
        var patience = Stopwatch.StartNew();
        while (!database.Checkpoint(CheckpointMode.Truncate))
        {
            if (patience.Elapsed > Patience)
                return false;
            Thread.Sleep(25);
        }

        return true;
    }

    private void RefuseAsUnfinished(VaultRequest erasure, List<VaultRequest> batch)
    {
        erasure.Refuse(new StorageInUseException($"{database.File}: the key of {erasure.Incident} is destroyed, but its traces stay in the log while another process reads it; erase again."));
        batch.Remove(erasure);
    }
}
