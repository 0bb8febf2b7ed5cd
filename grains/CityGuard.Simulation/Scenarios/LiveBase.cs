using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;

namespace CityGuard.Simulation.Scenarios;

/// <summary>The live city at one moment, without personal data: where everybody is, what is open, what is ordered and what is closed.</summary>
/// <param name="At">When.</param>
/// <param name="Responders">Those who are on duty.</param>
/// <param name="Incidents">Open incidents that still want somebody.</param>
/// <param name="Duty">Duty levels by area id.</param>
/// <param name="Roads">Closures and slow-downs.</param>
/// <param name="Posts">Posts that stand elsewhere than in the package, by responder; null: none.</param>
public sealed record LiveBase(
    DateTimeOffset At, IReadOnlyList<LiveResponder> Responders, IReadOnlyList<LiveIncident> Incidents, IReadOnlyDictionary<string, string> Duty, IReadOnlyList<RoadEdit> Roads,
    IReadOnlyDictionary<string, GeoPoint>? Posts = null);

/// <summary>A responder as it stood.</summary>
/// <param name="Id">Who.</param>
/// <param name="Cell">Cell it was in.</param>
/// <param name="Severity">Severity of the incident that holds it; null: it is free.</param>
/// <param name="BusySeconds">How long it is expected to be held yet; 0 when it is free.</param>
public sealed record LiveResponder(string Id, string Cell, IncidentSeverity? Severity = null, int BusySeconds = 0);

/// <summary>An incident that was open.</summary>
/// <param name="Type">Type.</param>
/// <param name="Severity">Severity.</param>
/// <param name="Cell">Where.</param>
/// <param name="Target">In which target; null: in none.</param>
public sealed record LiveIncident(string Type, IncidentSeverity Severity, string Cell, string? Target = null);
