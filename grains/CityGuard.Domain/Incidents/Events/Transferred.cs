using CityGuard.Domain.GridEvents;

namespace CityGuard.Domain.Incidents.Events;

/// <summary>It was handed over to 12345, and closes with that; the ticket is owed until <see cref="TransferTaken"/>.</summary>
/// <param name="To">The ticket that it becomes.</param>
/// <param name="Category">Category of the ticket.</param>
/// <param name="By">Who: the collector of the ticket, so neither its handler nor its checker.</param>
/// <param name="IsPerson">False: an API key, which is no person.</param>
/// <param name="Why">Why.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the command; null: there was none.</param>
public sealed record Transferred(GridEventId To, string Category, string By, bool IsPerson, string Why, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

/// <summary>The ticket is open and knows where it comes from.</summary>
/// <param name="To">The ticket.</param>
/// <param name="At">When that was recorded.</param>
public sealed record TransferTaken(GridEventId To, DateTimeOffset At) : IncidentEvent(At);
