using SQLitePCL;

namespace CityGuard.Storage.Sqlite;

/// <summary>One SQLite connection, used by one thread at a time. Thin over the C calls, because the journal's writer counts microseconds.</summary>
internal sealed class Database : IDisposable
{
    private const int BusyMilliseconds = 5_000;

    private readonly sqlite3 _handle;

    static Database() => Batteries_V2.Init();

    private Database(sqlite3 handle, string file)
    {
        _handle = handle;
        File = file;
    }

    public string File { get; }

    /// <summary>Makes the file when it is absent, for this user alone; what SQLite puts beside it gets the same rights.</summary>
    public static Database OpenForWriting(string file)
    {
        try
        {
            // Never opens one that is there: closing it again would end SQLite's locks of this process.
            if (!System.IO.File.Exists(file))
                PrivateFile.Open(file, FileShare.ReadWrite).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // SQLite meets the same and says what it is in its own words.
        }

        return Open(file, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
    }

    public static Database OpenForReading(string file) => Open(file, raw.SQLITE_OPEN_READONLY);

    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    public Statement Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(_handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return new Statement(this, statement);
    }

    /// <summary>The first column of the first row, null when there is no row.</summary>
    public long? ReadInt64(string sql)
    {
        using var statement = Prepare(sql);
        return statement.Step() ? statement.Int64(0) : null;
    }

    /// <summary>The first column of each row.</summary>
    public List<string> ReadTexts(string sql)
    {
        using var statement = Prepare(sql);
        var texts = new List<string>();
        while (statement.Step())
            texts.Add(statement.Text(0));
        return texts;
    }

    /// <summary>Copies the write-ahead log into the database as far as nobody is in the way; true when nothing is left in it.</summary>
    public bool Checkpoint(CheckpointMode mode)
    {
        var code = raw.sqlite3_wal_checkpoint_v2(_handle, null, (int)mode, out var frames, out var copied);
        if (code is not (raw.SQLITE_BUSY or raw.SQLITE_LOCKED))
            Check(code);
        return code == raw.SQLITE_OK && frames == copied;
    }

    /// <summary>Copies the whole database, as it stands at one moment, into a new file.</summary>
    public void BackUpTo(Database target)
    {
        using var backup = raw.sqlite3_backup_init(target._handle, "main", _handle, "main");
        if (backup is null || backup.IsInvalid)
            throw target.Fault(raw.sqlite3_extended_errcode(target._handle));
        var code = raw.sqlite3_backup_step(backup, -1);
        if (code != raw.SQLITE_DONE)
            throw target.Fault(code);
    }

    public void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE))
            throw Fault(code);
    }

    public void Dispose() => _handle.Dispose();

    private static Database Open(string file, int flags)
    {
        var code = raw.sqlite3_open_v2(file, out var handle, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        var database = new Database(handle, file);
        try
        {
            database.Check(code);
            raw.sqlite3_extended_result_codes(handle, 1);
            raw.sqlite3_busy_timeout(handle, BusyMilliseconds);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private SqliteFault Fault(int code) => new(code, raw.sqlite3_errmsg(_handle).utf8_to_string(), File);
}

internal enum CheckpointMode
{
    Passive = raw.SQLITE_CHECKPOINT_PASSIVE,
    Truncate = raw.SQLITE_CHECKPOINT_TRUNCATE,
}
