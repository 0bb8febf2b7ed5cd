using CityGuard.Domain.Incidents.Events;

namespace CityGuard.Domain.Incidents.Handling;

/// <summary>One telling of a command level, and what became of it.</summary>
/// <param name="Told">The telling.</param>
/// <param name="Noted">Who has taken note; null: nobody yet.</param>
/// <param name="Served">By what it was served; null: not yet.</param>
public sealed record Escalation(Escalated Told, EscalationAcknowledged? Noted = null, string? Served = null);

/// <summary>A matter with a clock whose lateness climbs.</summary>
/// <param name="Clock">Id of the clock.</param>
/// <param name="Cause">What is late when it runs out.</param>
/// <param name="Due">When; null: it is served, or has not begun.</param>
/// <param name="Served">By what it is served; null: it is not.</param>
public sealed record Matter(string Clock, string Cause, DateTimeOffset? Due, string? Served);
