using CityGuard.Domain.Incidents;

namespace CityGuard.Web.Desk;

/// <summary>The incident that holds a candidate.</summary>
/// <param name="Incident">Which.</param>
/// <param name="Type">Its type.</param>
/// <param name="Severity">How grave it is: only what is strictly less grave gives anybody up.</param>
/// <param name="Role">In which role it holds him.</param>
public sealed record HeldElsewhere(IncidentId Incident, string Type, IncidentSeverity Severity, string? Role);
