using System.Text;
using CityGuard.Domain.Journal;

namespace CityGuard.Storage.Tests;

internal static class Entries
{
    public static JournalEntry One(string id, string json = """{"kind":"Tested","v":1}""") => new(id, Encoding.UTF8.GetBytes(json));

    public static JournalEntry[] Many(string prefix, int count) => [.. Enumerable.Range(0, count).Select(i => One($"{prefix}-{i}", $$"""{"kind":"Tested","v":1,"i":{{i}}}"""))];

    public static string Text(this StoredEntry entry) => Encoding.UTF8.GetString(entry.Json.Span);
}
