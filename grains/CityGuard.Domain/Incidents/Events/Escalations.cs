using CityGuard.Domain.Areas;

namespace CityGuard.Domain.Incidents.Events;

/// <summary>The next command level is told (提级).</summary>
/// <param name="Number">Counts up within the incident, from 1.</param>
/// <param name="To">The station, district or city that is told.</param>
/// <param name="Cause">Why: what is late, or a person's reason.</param>
/// <param name="Clock">The clock that ran out, e.g. <c>scene-first</c>; null: a person did it.</param>
/// <param name="Due">When that clock was due.</param>
/// <param name="By">The person; null: the clock.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the command; null: there was none.</param>
public sealed record Escalated(int Number, AreaId To, string Cause, string? Clock, DateTimeOffset? Due, string? By, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

/// <summary>What an escalation was about is done: it climbs no further.</summary>
/// <param name="Number">Which.</param>
/// <param name="What">By what it was served.</param>
/// <param name="At">When it was recorded.</param>
public sealed record EscalationServed(int Number, string What, DateTimeOffset At) : IncidentEvent(At);

/// <summary>A person at the level that was told has taken note. What was escalated by hand is served by that.</summary>
/// <param name="Number">Which.</param>
/// <param name="By">Who.</param>
/// <param name="Why">What the person says.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the command; null: there was none.</param>
public sealed record EscalationAcknowledged(int Number, string By, string Why, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

/// <summary>A leader is on scene.</summary>
/// <param name="Leader">Post of the leader, e.g. chief of station: no name.</param>
/// <param name="ArrivedAt">When the leader arrived.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the command; null: there was none.</param>
public sealed record LeaderArrived(string Leader, DateTimeOffset ArrivedAt, string By, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

/// <summary>The scene has another lead. Who came first leads without this.</summary>
/// <param name="Op">Who leads now.</param>
/// <param name="From">Who led before.</param>
/// <param name="Cause">Why: <c>heavier</c>, <c>left</c>, or a person's reason.</param>
/// <param name="By">The person who handed it over; null: by the rule.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the command; null: there was none.</param>
public sealed record LeadTaken(OperationId Op, OperationId From, string Cause, string? By, DateTimeOffset At, string? Command = null) : IncidentEvent(At);
