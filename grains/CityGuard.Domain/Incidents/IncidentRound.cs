namespace CityGuard.Domain.Incidents;

/// <summary>A time that an incident was open again after it had been closed.</summary>
/// <param name="FirstAssignment">Assignments from this position on belong to the round.</param>
/// <param name="Since">When it was reopened.</param>
/// <param name="By">By whom.</param>
/// <param name="Why">Why.</param>
/// <param name="Dispatches">True: by the plan again; false: only people send anybody.</param>
public sealed record IncidentRound(int FirstAssignment, DateTimeOffset Since, string By, string Why, bool Dispatches);
