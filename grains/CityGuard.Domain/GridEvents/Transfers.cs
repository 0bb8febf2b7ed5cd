using CityGuard.Domain.Incidents;

namespace CityGuard.Domain.GridEvents;

/// <summary>
/// Handing over (转办) between 12345 and 110. The id of what the other side opens follows from the id of what is handed over, so that whoever asks again,
/// and whatever crashes in between, finds the same one.
/// </summary>
public static class Transfers
{
    /// <summary>Source of an incident that was a ticket, and of its channel.</summary>
    public const string From12345 = "12345";

    /// <summary>Source of a ticket that was an incident, and of its channel.</summary>
    public const string From110 = "110";

    /// <summary>The incident that a ticket becomes.</summary>
    public static IncidentId IncidentOf(GridEventId ticket) => IncidentReports.IdOf(From12345, ticket.Value);

    /// <summary>The ticket that an incident becomes.</summary>
    public static GridEventId EventOf(IncidentId incident) => GridEventId.Of(From110, incident.Value);

    /// <summary>
    /// True for the key of something handed over: nobody may report under it, or what is handed over later would find its place taken, perhaps by something closed.
    /// </summary>
    public static bool IsReserved(string source, string sourceId)
        => (source == From12345 && GridEventId.TryParse(sourceId, out _)) || (source == From110 && IncidentId.TryParse(sourceId, out _));
}
