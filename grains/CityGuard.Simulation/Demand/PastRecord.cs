using CityGuard.Domain.Incidents;

namespace CityGuard.Simulation.Demand;

/// <summary>One past incident, as far as a simulation needs it: no person in it.</summary>
/// <param name="At">When it was reported.</param>
/// <param name="Type">Type.</param>
/// <param name="Severity">Severity.</param>
/// <param name="Cell">Index of the cell.</param>
/// <param name="Target">Index of the target, -1: in none.</param>
/// <param name="OnSceneSeconds">From the first on scene until the last had cleared, when it is known.</param>
public readonly record struct PastRecord(DateTimeOffset At, string Type, IncidentSeverity Severity, int Cell, int Target = -1, double? OnSceneSeconds = null);
