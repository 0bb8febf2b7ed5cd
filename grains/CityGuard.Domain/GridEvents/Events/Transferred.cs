using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Targets;

namespace CityGuard.Domain.GridEvents.Events;

/// <summary>It was handed over to 110 and ends here; the incident is owed until <see cref="EventTransferTaken"/>.</summary>
/// <param name="To">The incident that it becomes.</param>
/// <param name="Type">Type of that incident.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="Place">Where, WGS 84: as reported, or as it is known better by now.</param>
/// <param name="Cell">Cell of the place.</param>
/// <param name="Target">Key target of the place, when it is one.</param>
public sealed record EventTransferred(
    IncidentId To, string Type, IncidentSeverity Severity, GeoPoint Place, CellId Cell, TargetId? Target, Actor By, string? Why, DateTimeOffset At, string Command)
    : CommandedFact(By, Why, At, Command);

/// <summary>The incident is open and knows where it comes from.</summary>
/// <param name="To">The incident.</param>
/// <param name="At">When that was recorded.</param>
public sealed record EventTransferTaken(IncidentId To, DateTimeOffset At) : GridEventFact(At);
