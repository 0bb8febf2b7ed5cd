using SQLitePCL;

namespace CityGuard.Storage.Sqlite;

/// <summary>SQLite answered with an error code; the callers of this room turn it into a <see cref="StorageException"/> with a readable line.</summary>
internal sealed class SqliteFault(int code, string message, string file) : Exception($"{message} (SQLite {code})")
{
    public int Code { get; } = code & 0xff;

    public string File { get; } = file;

    /// <summary>A row was refused by a constraint or a trigger: this statement did nothing, the transaction lives.</summary>
    public bool IsConstraint => Code == raw.SQLITE_CONSTRAINT;

    /// <summary>Another process held the lock for longer than is waited; nothing was done.</summary>
    public bool IsBusy => Code is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;

    public StorageException ToStorageException() => Code switch
    {
        raw.SQLITE_FULL => new StorageFailedException($"{File}: no space left to write to.", this),
        raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT or raw.SQLITE_FORMAT => new StorageDamagedException($"{File} is damaged: {Message}.", this),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new StorageInUseException($"{File} is held by another process.", this),
        raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH or raw.SQLITE_READONLY => new StorageFailedException($"{File} cannot be opened for this: {Message}.", this),
        _ => new StorageFailedException($"{File}: {Message}.", this),
    };
}
