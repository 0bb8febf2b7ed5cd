using CityGuard.Domain.Journal;

namespace CityGuard.Storage;

/// <summary>What every journal refuses before anything is written: the same limits for both, so that a city can move from one to the other.</summary>
internal static class AppendRules
{
    /// <summary>Most entries of one append: with the head they fit one transaction of Azure Tables, which takes 100.</summary>
    public const int MostEntries = 90;

    /// <summary>Most bytes of one event: an entity of Azure Tables holds 1 MiB, of which some is the rest of the row.</summary>
    public const int MostBytesOfEvent = 900 * 1024;

    /// <summary>Most bytes of all events of one append and its snapshot: a transaction of Azure Tables takes 4 MiB as sent, which is base64.</summary>
    public const int MostBytesOfAppend = 2_800 * 1024;

    /// <summary>Most bytes of a snapshot.</summary>
    public const int MostBytesOfSnapshot = 900 * 1024;

    private const int LongestKey = 200;

    /// <exception cref="ArgumentException">The append can never be taken; nothing was written.</exception>
    public static void Check(string stream, long expectedVersion, IReadOnlyList<JournalEntry> entries, StreamHead head)
    {
        CheckKey(stream, nameof(stream));
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        ArgumentOutOfRangeException.ThrowIfZero(entries.Count, nameof(entries));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entries.Count, MostEntries, nameof(entries));
        var bytes = 0;
        foreach (var entry in entries)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(entry.Json.Length, MostBytesOfEvent, nameof(entries));
            bytes += entry.Json.Length;
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes + (head.Snapshot?.Length ?? 0), MostBytesOfAppend, nameof(entries));
        if (head.OpenIn is { } sector)
            CheckKey(sector, nameof(head));
        // (ReadOnlyMemory<byte>?)null is easily written as an empty one, which no state is.
        if (head.Snapshot is { IsEmpty: true })
            throw new ArgumentException("An empty snapshot is no snapshot: pass null.", nameof(head));
        if (head.Snapshot is { } state)
            ArgumentOutOfRangeException.ThrowIfGreaterThan(state.Length, MostBytesOfSnapshot, nameof(head));
    }

    /// <summary>Keys are of printable ASCII without the four characters that a table key may not hold.</summary>
    private static void CheckKey(string key, string parameter)
    {
        if (key.Length is 0 or > LongestKey || key.AsSpan().ContainsAnyExceptInRange('!', '~') || key.AsSpan().ContainsAny("/\\#?"))
            throw new ArgumentException($"'{key}' is no key of the journal: 1 to {LongestKey} printable ASCII characters without space, / \\ # and ?.", parameter);
    }
}
