namespace CityGuard.Domain.Incidents.Events;

/// <summary>Something is due.</summary>
/// <param name="Clock">Unique in the incident.</param>
/// <param name="Due">When.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Roles">The roles that stayed short and wait for it; null: all.</param>
public sealed record ClockSet(string Clock, DateTimeOffset Due, DateTimeOffset At, IReadOnlyList<string>? Roles = null) : IncidentEvent(At);

/// <summary>It was due, once.</summary>
public sealed record ClockFired(string Clock, DateTimeOffset At) : IncidentEvent(At);

/// <summary>No new requests from here on.</summary>
/// <param name="By">The person; null: it closes by itself.</param>
/// <param name="Why">Reason.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the person's command; null: there was none.</param>
public sealed record Closing(string? By, string Why, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

/// <summary>Closed (办结): nothing is pending and everybody held has been given back, which this records too.</summary>
public sealed record Closed(DateTimeOffset At) : IncidentEvent(At);
