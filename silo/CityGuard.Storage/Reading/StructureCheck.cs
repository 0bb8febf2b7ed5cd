using System.Globalization;
using CityGuard.Storage.Sqlite;

namespace CityGuard.Storage.Reading;

/// <summary>
/// An embedded journal as a file: versions contiguous, event ids unique, nothing beside the streams.
/// It trusts neither the indexes' uniqueness nor the triggers: whoever damages a journal may have dropped them.
/// </summary>
internal sealed class StructureCheck(Database database, List<string> violations)
{
    private static readonly string[] Triggers = ["events_are_never_changed", "events_are_never_deleted", "streams_are_never_deleted"];

    /// <summary>Of the whole file.</summary>
    public void Check()
    {
        foreach (var complaint in database.ReadTexts("PRAGMA integrity_check(20)").Where(line => line != "ok"))
            violations.Add($"{database.File}: {complaint}");
        var present = database.ReadTexts("SELECT name FROM sqlite_schema WHERE type = 'trigger'");
        foreach (var trigger in Triggers.Except(present))
            violations.Add($"{database.File}: the guard {trigger} is gone, so events may have been changed");
        foreach (var id in database.ReadTexts("SELECT event_id FROM events GROUP BY event_id HAVING count(*) > 1"))
            violations.Add($"event id {id} is there more than once");
        foreach (var stream in database.ReadTexts("SELECT DISTINCT stream FROM events WHERE stream NOT IN (SELECT id FROM streams)"))
            violations.Add($"events of stream number {stream}, which does not exist");
        CheckVersions();
    }

    private void CheckVersions()
    {
        using var counts = database.Prepare("""
            SELECT s.name, s.version, coalesce(e.events, 0), coalesce(e.versions, 0), coalesce(e.first, 0), coalesce(e.last, 0)
            FROM streams s LEFT JOIN
                (SELECT stream, count(*) AS events, count(DISTINCT version) AS versions, min(version) AS first, max(version) AS last FROM events GROUP BY stream) e
                ON e.stream = s.id
            WHERE e.events IS NOT s.version OR e.versions IS NOT s.version OR e.first IS NOT 1 OR e.last IS NOT s.version
            """);
        while (counts.Step())
            violations.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{counts.Text(0)}: versions are not contiguous: {counts.Int64(2)} events of {counts.Int64(3)} versions from {counts.Int64(4)} to {counts.Int64(5)}, the head says {counts.Int64(1)}"));
    }
}
