using CityGuard.Tests.Shared;

namespace CityGuard.Faults.Tests.Campaign;

/// <summary>Stops a host in the middle of a transaction of its journal, so that the kill that follows cannot miss what it aims at.</summary>
internal static class Ambush
{
    private const int MostAttempts = 400;

    // The first lock of SQLite's wal-index is the writer's: held from BEGIN IMMEDIATE until its COMMIT has synced the log.
    private const long WriterLock = 120;

    /// <summary>Stops the process, again and again, until it holds the writer's lock; it stays stopped. Returns at which attempt; null when it was never caught.</summary>
    /// <param name="pid">Of the host.</param>
    /// <param name="journal">File of its journal.</param>
    /// <param name="goOn">What to wait for while the process runs between two attempts.</param>
    public static async Task<int?> Stop(int pid, string journal, Func<Task> goOn)
    {
        for (var attempt = 1; ; attempt++)
        {
            Posix.Stop(pid);
            await Until.True(() => IsStopped(pid));
            if (Posix.WriteLockHolder($"{journal}-shm", WriterLock) == pid)
                return attempt;
            if (attempt == MostAttempts)
                return null;
            Posix.Continue(pid);
            await goOn();
        }
    }

    // A thread that syncs a file stops only when that is done; its lock is still there then.
    private static bool IsStopped(int pid)
        => Directory.EnumerateDirectories($"/proc/{pid}/task").All(thread => State(thread) is 'T' or null);

    private static char? State(string thread)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(thread, "stat"));
            return stat[stat.LastIndexOf(')') + 2];
        }
        catch (IOException)
        {
            return null; // it ended meanwhile
        }
    }
}
