using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Targets;

namespace CityGuard.Domain.Incidents.Events;

/// <summary>What a report says, personal data apart.</summary>
/// <param name="Source">Who sent it.</param>
/// <param name="SourceId">The sender's own id of it.</param>
/// <param name="Type">Incident type key.</param>
/// <param name="Severity">Severity.</param>
/// <param name="Place">Where, WGS 84.</param>
/// <param name="Cell">Cell of the place.</param>
/// <param name="Target">Key target of the place, when it is one.</param>
/// <param name="OccurredAt">When it happened, as the sender says; null: not said.</param>
/// <param name="Channel">By which channel.</param>
/// <param name="Fatalities">How many have died, as the sender says; null: not said.</param>
/// <param name="Finder">The responder who found it; null: none did.</param>
public sealed record ReportContent(
    string Source,
    string SourceId,
    string Type,
    IncidentSeverity Severity,
    GeoPoint Place,
    CellId Cell,
    TargetId? Target,
    DateTimeOffset? OccurredAt,
    string? Channel,
    int? Fatalities = null,
    ResponderId? Finder = null);

/// <summary>The first report: the incident exists from here on.</summary>
/// <param name="Report">Its content; the first content wins.</param>
/// <param name="Sector">Sector that dispatches.</param>
/// <param name="ReceivedAt">When the city received it.</param>
/// <param name="Vault">Random reference to the personal data, null when there was none.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Unverified">True: nobody vouches for it yet; null: a trusted source or channel does.</param>
/// <param name="LinkedTo">The ticket that was handed over to 110 and became this; null: none.</param>
public sealed record Opened(
    ReportContent Report, AreaId Sector, DateTimeOffset ReceivedAt, string? Vault, DateTimeOffset At, bool? Unverified = null, GridEventId? LinkedTo = null) : IncidentEvent(At);

/// <summary>The same report came again with other content: kept as evidence, changes nothing.</summary>
/// <param name="Report">The other content.</param>
/// <param name="Vault">Random reference to its personal data, null when there was none or it was the same.</param>
/// <param name="At">When it was recorded.</param>
public sealed record ReportDiffered(ReportContent Report, string? Vault, DateTimeOffset At) : IncidentEvent(At);
