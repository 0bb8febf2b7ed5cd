
namespace CityGuard.Storage.Sqlite;

/// <summary>
/// Moves the write-ahead log into the database beside the writer, so that no append waits for it. Only when the log has grown long
/// does the writer finish the rest between two commits: a log that is never caught up with never starts again from its beginning.
/// </summary>
internal sealed class Checkpointer : IDisposable
{
    private const long LongLogBytes = 64 << 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly ManualResetEventSlim _stop = new();
    private readonly Database _database;
    private readonly Thread _thread;
    private volatile bool _committed;
    private volatile bool _finishDue;

    public Checkpointer(string file)
    {
        _database = Database.OpenForWriting(file);
        // A connection that has read nothing does not know yet that there is a log, and would copy nothing.
        _database.ReadInt64("SELECT count(*) FROM sqlite_schema");
        _thread = new Thread(Run) { IsBackground = true, Name = "journal checkpoint" };
        _thread.Start();
    }

    /// <summary>Called by the writer between two commits.</summary>
    public void AfterCommit(Database writer)
    {
        _committed = true;
        if (!_finishDue)
            return;
        _finishDue = false;
        writer.Checkpoint(CheckpointMode.Passive);
    }

    public void Dispose()
    {
        _stop.Set();
        _thread.Join();
        _stop.Dispose();
        _database.Dispose();
    }

    private void Run()
    {
        while (!_stop.Wait(Pause))
        {
            if (!_committed)
                continue;
            _committed = false;
            try
            {
                if (!_database.Checkpoint(CheckpointMode.Passive) && LogBytes() > LongLogBytes)
                    _finishDue = true;
            }
            catch (SqliteFault)
            {
                // The log keeps everything; the writer meets the same fault in its own commit and says so.
                return;
            }
        }
    }

    private long LogBytes() => new FileInfo(_database.File + "-wal") is { Exists: true } log ? log.Length : 0;
}
