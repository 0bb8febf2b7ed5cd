using CityGuard.Storage.Sqlite;

namespace CityGuard.Storage.Embedded;

/// <summary>
/// The tables of the journal. Streams are numbered, so that the index that guards (stream, version) stays small; and its version
/// comes first, so that what a commit adds for many streams lands on few pages (a third of the bytes in the log, twice the appends).
/// </summary>
internal static class JournalSchema
{
    private const int Version = 1;

    private const string Tables = """
        CREATE TABLE streams (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL,
            hash BLOB NOT NULL,
            open_in TEXT);
        CREATE INDEX streams_open ON streams (open_in) WHERE open_in IS NOT NULL;
        CREATE TABLE snapshots (
            stream INTEGER PRIMARY KEY,
            version INTEGER NOT NULL,
            state BLOB NOT NULL);
        CREATE TABLE events (
            seq INTEGER PRIMARY KEY,
            stream INTEGER NOT NULL,
            version INTEGER NOT NULL,
            event_id TEXT NOT NULL UNIQUE,
            json BLOB NOT NULL,
            hash BLOB NOT NULL,
            UNIQUE (version, stream));
        CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
        CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
        CREATE TRIGGER streams_are_never_deleted BEFORE DELETE ON streams BEGIN SELECT RAISE(ABORT, 'streams are never deleted'); END;
        """;

    /// <summary>Opens the writer's connection and makes the tables when the file is new.</summary>
    public static Database Open(string file)
    {
        var database = Database.OpenForWriting(file);
        try
        {
            database.Execute("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY;");
            CreateOrCheck(database);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static void CreateOrCheck(Database database)
    {
        if (Stored(database) == 0)
            database.Execute($"BEGIN IMMEDIATE; {Tables} PRAGMA user_version={Version}; COMMIT;");
        else
            Check(database);
    }

    /// <exception cref="StorageDamagedException">The file is of another version; the message names both.</exception>
    public static void Check(Database database)
    {
        if (Stored(database) is var version && version != Version)
            throw new StorageDamagedException($"{database.File} has the journal format {version}; this program reads format {Version}.");
    }

    private static long? Stored(Database database) => database.ReadInt64("PRAGMA user_version");
}
