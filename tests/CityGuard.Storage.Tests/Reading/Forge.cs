using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Storage.Embedded;

namespace CityGuard.Storage.Tests.Reading;

/// <summary>Writes a story into a journal: through the product, which does not judge what it stores.</summary>
internal static class Forge
{
    public static async Task Write(DataFolder folder, Story story)
    {
        await using var journal = SqliteJournal.Open(folder);
        await Append(journal, "city", null, story.City, EventCodec.City.Encode);
        await Append(journal, "d-440104", null, story.District, EventCodec.Areas.Encode);
        foreach (var (id, events) in story.Incidents)
            await Append(journal, id.Value, IsOpen(events) ? "s-440104-01" : null, events, EventCodec.Incidents.Encode);
        foreach (var (id, events) in story.Responders)
            await Append(journal, id.Value, null, events, EventCodec.Responders.Encode);
    }

    /// <summary>Takes away the guards of the tables, as somebody would who wants to change them.</summary>
    public static void DropTriggers(DataFolder folder)
    {
        foreach (var trigger in Sql.Read<string>(folder.Journal, "SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
            Sql.Execute(folder.Journal, $"DROP TRIGGER {trigger}");
    }

    /// <summary>Damages a journal by hand and puts the guards back, so that only the damage can be noticed.</summary>
    public static void Damage(DataFolder folder, string sql)
    {
        var triggers = Sql.Read<string>(folder.Journal, "SELECT sql FROM sqlite_schema WHERE type = 'trigger'");
        DropTriggers(folder);
        Sql.Execute(folder.Journal, sql);
        foreach (var trigger in triggers)
            Sql.Execute(folder.Journal, trigger);
    }

    private static bool IsOpen(List<IncidentEvent> events) => !events.Exists(e => e is Closed);

    private static async Task Append<T>(SqliteJournal journal, string stream, string? openIn, List<T> events, Func<string, T, JournalEntry> encode)
    {
        if (events.Count > 0)
            await journal.Append(stream, 0, [.. events.Select((e, i) => encode($"{stream}/{i + 1}", e))], new StreamHead(openIn));
    }
}
