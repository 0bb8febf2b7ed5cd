using CityGuard.Domain.Geography;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;
using CityGuard.Storage.Sqlite;

namespace CityGuard.Storage.Embedded;

/// <summary>
/// Last positions in a file of their own, so that they never share a commit with acknowledged facts. Answers from memory,
/// writes what has changed every half minute; a kill loses that half minute, a fault of the file loses only restarts' memory.
/// </summary>
public sealed class SqlitePositionStore : IPositionStore, IAsyncDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);

    private readonly PositionMemory _memory = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Database _database;
    private readonly Statement _keep;
    private readonly Task _writing;

    private SqlitePositionStore(string file, TimeProvider time)
    {
        _database = Database.OpenForWriting(file);
        _database.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; CREATE TABLE IF NOT EXISTS positions (responder TEXT PRIMARY KEY, lat INTEGER NOT NULL, lon INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;");
        _keep = _database.Prepare("INSERT INTO positions (responder, lat, lon, at) VALUES (?, ?, ?, ?) ON CONFLICT (responder) DO UPDATE SET lat = excluded.lat, lon = excluded.lon, at = excluded.at");
        Load();
        _writing = Write(new PeriodicTimer(Period, time));
    }

    /// <exception cref="StorageException">The file cannot be used; the message is one readable line.</exception>
    public static SqlitePositionStore Open(DataFolder folder, TimeProvider time)
    {
        try
        {
            return new SqlitePositionStore(folder.Create().Positions, time);
        }
        catch (SqliteFault fault)
        {
            throw fault.ToStorageException();
        }
    }

    public PositionFix? Last(ResponderId responder) => _memory.Last(responder);

    public void Checkpoint(ResponderId responder, PositionFix fix) => _memory.Keep(responder, fix);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _writing.ConfigureAwait(false);
        _keep.Dispose();
        _database.Dispose();
        _stop.Dispose();
    }

    private void Load()
    {
        using var all = _database.Prepare("SELECT responder, lat, lon, at FROM positions");
        while (all.Step())
            if (ResponderId.TryParse(all.Text(0), out var responder))
                _memory.Learn(responder, new PositionFix(new GeoPoint(Lon: FromStored(all.Int64(2)), Lat: FromStored(all.Int64(1))), DateTimeOffset.FromUnixTimeMilliseconds(all.Int64(3))));
    }

    private async Task Write(PeriodicTimer timer)
    {
        using (timer)
        {
            try
            {
                while (await timer.WaitForNextTickAsync(_stop.Token).ConfigureAwait(false))
                    Flush();
            }
            catch (OperationCanceledException)
            {
                Flush();
            }
        }
    }

    private void Flush()
    {
        var batch = _memory.Unwritten();
        if (batch.Length == 0)
            return;
        try
        {
            _database.Execute("BEGIN IMMEDIATE");
            foreach (var (responder, fix) in batch)
                _keep.Bind(1, responder.Value).Bind(2, ToStored(fix.Position.Lat)).Bind(3, ToStored(fix.Position.Lon)).Bind(4, fix.At.ToUnixTimeMilliseconds()).Run();
            _database.Execute("COMMIT");
            _memory.Wrote(batch);
        }
        catch (SqliteFault)
        {
            // Tried again with the next batch: positions are no acknowledged facts, and a full disk stops the journal first.
            TryRollBack();
        }
    }

    private void TryRollBack()
    {
        try
        {
            _database.Execute("ROLLBACK");
        }
        catch (SqliteFault)
        {
            // The fault has ended the transaction already.
        }
    }

    // Degrees as integers of a hundred-millionth: a millimetre, and the same value when read again.
    private static long ToStored(double degrees) => (long)Math.Round(degrees * 1e8);

    private static double FromStored(long stored) => stored / 1e8;
}
