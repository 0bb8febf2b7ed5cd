using SQLitePCL;

namespace CityGuard.Storage.Sqlite;

/// <summary>A prepared statement, reused: bind by position (from 1), step, read columns (from 0), reset.</summary>
internal sealed class Statement(Database database, sqlite3_stmt handle) : IDisposable
{
    public Statement Bind(int position, long value)
    {
        database.Check(raw.sqlite3_bind_int64(handle, position, value));
        return this;
    }

    public Statement Bind(int position, string? text)
    {
        database.Check(text is null ? raw.sqlite3_bind_null(handle, position) : raw.sqlite3_bind_text(handle, position, text));
        return this;
    }

    public Statement Bind(int position, ReadOnlySpan<byte> bytes)
    {
        database.Check(raw.sqlite3_bind_blob(handle, position, bytes));
        return this;
    }

    /// <summary>True while there is a row to read.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        database.Check(code);
        return code == raw.SQLITE_ROW;
    }

    /// <summary>Runs to the end and is ready again, also after a fault.</summary>
    public void Run()
    {
        var code = raw.sqlite3_step(handle);
        try
        {
            database.Check(code);
        }
        finally
        {
            Reset();
        }
    }

    public long Int64(int column) => raw.sqlite3_column_int64(handle, column);

    public string Text(int column) => raw.sqlite3_column_text(handle, column).utf8_to_string() ?? "";

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(handle, column).ToArray();

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    /// <summary>Ready to run again. Its code repeats the fault of the last step, which has been thrown already.</summary>
    public void Reset() => raw.sqlite3_reset(handle);

    public void Dispose() => handle.Dispose();
}
