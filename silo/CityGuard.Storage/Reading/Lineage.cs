using CityGuard.Domain.GridEvents;
using CityGuard.Domain.GridEvents.Events;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;

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
    /// <param name="journal">The first event of a stream, null when the journal does not know it; read beside a running city.</param>
    /// <param name="id">An incident or a ticket. One that the journal does not know has no past.</param>
    /// <exception cref="StorageException">The journal cannot be read; the message is one readable line.</exception>
    public static async Task<IReadOnlyList<string>> Of(Func<string, Task<StoredEntry?>> journal, string id)
    {
        var line = new List<string> { id };
        while (await Before(journal, line[0]).ConfigureAwait(false) is { } before && !line.Contains(before))
            line.Insert(0, before);
        do
            line.Add(After(line[^1]));
        while (await journal(line[^1]).ConfigureAwait(false) is not null);
        return line;
    }

    /// <summary>The name under which the vault keeps the text of an incident or ticket.</summary>
    public static IncidentId VaultName(string id) => GridEventId.TryParse(id, out var ticket) ? ticket.VaultName : IncidentId.Parse(id);

    private static string After(string id) => GridEventId.TryParse(id, out var ticket) ? Transfers.IncidentOf(ticket).Value : Transfers.EventOf(IncidentId.Parse(id)).Value;

    private static async Task<string?> Before(Func<string, Task<StoredEntry?>> journal, string id) => await journal(id).ConfigureAwait(false) is not { } first ? null
        : GridEventId.TryParse(id, out _) ? (EventCodec.GridEvents.Decode(first.Json) as EventCollected)?.LinkedTo?.Value
        : (EventCodec.Incidents.Decode(first.Json) as Opened)?.LinkedTo?.Value;
}
