namespace CityGuard.Domain.Incidents.Events;

/// <summary>Nobody in the city fits a role: a neighbour city is to be asked. A desk calls it, and records the answer.</summary>
/// <param name="Number">Counts up within the incident, from 1.</param>
/// <param name="Role">The role.</param>
/// <param name="Partner">Key of the city that is asked.</param>
/// <param name="ForceKind">Kind of the forces.</param>
/// <param name="Count">How many.</param>
/// <param name="ArrivesInSeconds">From being asked until they are at the place, as agreed and by the travel times; null: the way is not known.</param>
/// <param name="At">When it was recorded.</param>
public sealed record PartnerAsked(int Number, string Role, string Partner, string ForceKind, int Count, int? ArrivesInSeconds, DateTimeOffset At) : IncidentEvent(At);

/// <summary>The neighbour city has answered.</summary>
/// <param name="Number">Which request.</param>
/// <param name="Count">How many it sends; 0: none.</param>
/// <param name="ArrivesAt">When they will be there; null: not said, or none come.</param>
/// <param name="By">Who took the answer.</param>
/// <param name="Why">What the neighbour city said.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the command; null: there was none.</param>
public sealed record PartnerAnswered(int Number, int Count, DateTimeOffset? ArrivesAt, string By, string Why, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

/// <summary>The neighbour city is needed no more: it is to be told, and what it has sent goes home.</summary>
/// <param name="Number">Which request.</param>
/// <param name="What">Why: <c>filled</c>, <c>closed</c> or <c>unwanted</c>.</param>
/// <param name="At">When it was recorded.</param>
public sealed record PartnerWithdrawn(int Number, string What, DateTimeOffset At) : IncidentEvent(At);
