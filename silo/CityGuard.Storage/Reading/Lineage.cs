using CityGuard.Domain.GridEvents;
using CityGuard.Domain.GridEvents.Events;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Storage.Sqlite;

namespace CityGuard.Storage.Reading;

/// <summary>
/// One matter under all its ids: an incident or ticket, what was handed over and became it, and what it became. Each has its text under a key of its own, so whoever
/// erases a matter has to erase all of them.
/// </summary>
public static class Lineage
{
    /// <summary>
    /// From the first of them on. The last is what the newest one would become: it is not there yet, and a hand-over that is under way just now must find it erased.
    /// </summary>
    /// <param name="folder">Where the journal lies; read as of one moment, beside a running city.</param>
    /// <param name="id">An incident or a ticket. One that the journal does not know has no past.</param>
    /// <exception cref="StorageException">The journal cannot be read; the message is one readable line.</exception>
    public static IReadOnlyList<string> Of(DataFolder folder, string id)
    {
        using var reader = JournalReader.Open(folder);
        using var first = reader.Database.Prepare("SELECT e.json FROM streams s JOIN events e ON e.version = 1 AND e.stream = s.id WHERE s.name = ?");
        var line = new List<string> { id };
        while (Before(first, line[0]) is { } before && !line.Contains(before))
            line.Insert(0, before);
        do
            line.Add(After(line[^1]));
        while (Stored(first, line[^1]) is not null);
        return line;
    }

    /// <summary>The name under which the vault keeps the text of an incident or ticket.</summary>
    public static IncidentId VaultName(string id) => GridEventId.TryParse(id, out var ticket) ? ticket.VaultName : IncidentId.Parse(id);

    private static string After(string id) => GridEventId.TryParse(id, out var ticket) ? Transfers.IncidentOf(ticket).Value : Transfers.EventOf(IncidentId.Parse(id)).Value;

    private static string? Before(Statement first, string id) => Stored(first, id) is not { } json ? null
        : GridEventId.TryParse(id, out _) ? (EventCodec.GridEvents.Decode(json) as EventCollected)?.LinkedTo?.Value
        : (EventCodec.Incidents.Decode(json) as Opened)?.LinkedTo?.Value;

    private static byte[]? Stored(Statement first, string id)
    {
        try
        {
            return first.Bind(1, id).Step() ? first.Bytes(0) : null;
        }
        finally
        {
            first.Reset();
        }
    }
}
