using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Targets;

namespace CityGuard.Domain.GridEvents.Events;

/// <summary>What a report says, personal data apart.</summary>
/// <param name="Source">Who sent it.</param>
/// <param name="SourceId">The sender's own id of it.</param>
/// <param name="Category">Key of the category.</param>
/// <param name="Place">Where, WGS 84.</param>
/// <param name="Cell">Cell of the place.</param>
/// <param name="Target">Key target of the place, when it is one.</param>
/// <param name="OccurredAt">When it was seen, as the sender says; null: not said.</param>
/// <param name="Channel">By which channel.</param>
public sealed record EventContent(
    string Source, string SourceId, string Category, GeoPoint Place, CellId Cell, TargetId? Target, DateTimeOffset? OccurredAt, string? Channel);

/// <summary>The first report: the event exists from here on.</summary>
/// <param name="Report">Its content; the first content wins.</param>
/// <param name="Sector">The sector it lies in.</param>
/// <param name="Above">To whom it climbs: the sector, its district, the city.</param>
/// <param name="Collector">Who collected it.</param>
/// <param name="Vault">Random reference to the personal data, null when there was none.</param>
/// <param name="ReceivedAt">When the city received it.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="LinkedTo">The incident that was handed over to 12345 and became this; null: none.</param>
public sealed record EventCollected(
    EventContent Report, AreaId Sector, IReadOnlyList<AreaId> Above, Actor Collector, string? Vault, DateTimeOffset ReceivedAt, DateTimeOffset At, IncidentId? LinkedTo = null)
    : GridEventFact(At);

/// <summary>The same report came again with other content: kept as evidence, changes nothing.</summary>
/// <param name="Report">The other content.</param>
/// <param name="Vault">Random reference to its personal data, null when there was none or it was the same.</param>
/// <param name="By">Who sent it.</param>
/// <param name="At">When it was recorded.</param>
public sealed record EventDiffered(EventContent Report, string? Vault, Actor By, DateTimeOffset At) : GridEventFact(At);
