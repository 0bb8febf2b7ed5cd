namespace CityGuard.Domain.Incidents.Events;

/// <summary>A closed incident is open again: another round begins, with none of the clocks and none of the responders of the one before.</summary>
/// <param name="By">The person.</param>
/// <param name="Why">Reason.</param>
/// <param name="Redispatch">True: the plan asks for its roles again; false: it is open for checking, and only people send anybody.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the command; null: it follows from another fact.</param>
public sealed record Reopened(string By, string Why, bool Redispatch, DateTimeOffset At, string? Command = null) : IncidentEvent(At);
