using CityGuard.Storage.Sqlite;

namespace CityGuard.Storage.Vault;

/// <summary>
/// The tables of the vault. A key's row is only ever added at the end and overwritten in place, never deleted or moved:
/// a b-tree that moves cells may leave their bytes behind in unused space, and a key must be gone when it is gone.
/// </summary>
internal static class VaultSchema
{
    private const int Version = 1;

    private const string Tables = """
        CREATE TABLE keys (
            id INTEGER PRIMARY KEY,
            incident TEXT NOT NULL UNIQUE,
            key BLOB NOT NULL CHECK (length(key) = 32));
        CREATE TABLE boxes (
            id INTEGER PRIMARY KEY,
            reference TEXT NOT NULL UNIQUE,
            key INTEGER NOT NULL,
            box BLOB NOT NULL);
        CREATE INDEX boxes_by_key ON boxes (key);
        """;

    public static Database Open(string file)
    {
        var database = Database.OpenForWriting(file);
        try
        {
            database.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;");
            var version = database.ReadInt64("PRAGMA user_version");
            if (version == 0)
                database.Execute($"BEGIN IMMEDIATE; {Tables} PRAGMA user_version={Version}; COMMIT;");
            else if (version != Version)
                throw new StorageDamagedException($"{file} has the vault format {version}; this program reads format {Version}.");
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }
}
