namespace CityGuard.Domain.Incidents.Events;

/// <summary>Somebody has made sure that a report nobody vouched for is true.</summary>
/// <param name="By">The person; null: another report that is trusted, or that came from elsewhere.</param>
/// <param name="How">How: what was looked at, or who was asked.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the person's command; null: there was none.</param>
/// <param name="From">The incident whose report bears it out; null: none did.</param>
public sealed record Verified(string? By, string How, DateTimeOffset At, string? Command = null, IncidentId? From = null) : IncidentEvent(At);

/// <summary>The first word for a false alarm where a crew was on scene: it takes a second person's, or the crew's.</summary>
/// <param name="By">Who said it.</param>
/// <param name="Reason">Key of the reason.</param>
/// <param name="Why">Note.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the command; null: there was none.</param>
public sealed record FalseAlarmCalled(string By, string Reason, string Why, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

/// <summary>It was a false alarm (误报): everybody is given back and it closes without a check.</summary>
/// <param name="By">Who said it.</param>
/// <param name="Reason">Key of the reason.</param>
/// <param name="Why">Note.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the command; null: there was none.</param>
/// <param name="Borne">Whose word bears it out where a crew was on scene; null: nobody was.</param>
public sealed record FalseAlarm(string By, string Reason, string Why, DateTimeOffset At, string? Command = null, string? Borne = null) : IncidentEvent(At);
