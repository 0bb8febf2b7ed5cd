using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Incidents.Events;

/// <summary>The crew has the order: it said so on this channel.</summary>
/// <param name="Op">Operation.</param>
/// <param name="Channel">On which channel.</param>
/// <param name="By">Who says so: the crew itself, or whoever spoke with it.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Command">Id of the command; null: there was none.</param>
public sealed record ReceiptGiven(OperationId Op, OrderChannel Channel, string By, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

/// <summary>No receipt came in time on this channel.</summary>
/// <param name="Op">Operation.</param>
/// <param name="Channel">The channel that stayed silent.</param>
/// <param name="Next">The channel to be tried from here on; null: there is no other, and the crew is known to be out of reach.</param>
/// <param name="Due">When the receipt was due.</param>
/// <param name="At">When it was recorded.</param>
public sealed record ReceiptLapsed(OperationId Op, OrderChannel Channel, OrderChannel? Next, DateTimeOffset Due, DateTimeOffset At) : IncidentEvent(At);

/// <summary>The crew did not accept in time: it is taken off, and the next candidate is asked.</summary>
/// <param name="Op">Operation.</param>
/// <param name="Due">When it should have accepted.</param>
/// <param name="At">When it was recorded.</param>
public sealed record AcceptanceLapsed(OperationId Op, DateTimeOffset Due, DateTimeOffset At) : IncidentEvent(At);

/// <summary>A person confirmed what was recommended for a role; the requests follow in the same append.</summary>
public sealed record RecommendationConfirmed(string Role, string By, string Why, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

/// <summary>A person declined what was recommended for a role: those are left out of its decisions in this round, and another is looked for at once.</summary>
/// <param name="Role">For which role.</param>
/// <param name="Chosen">Who was recommended.</param>
/// <param name="By">Who declined.</param>
/// <param name="Why">Why.</param>
/// <param name="At">When.</param>
/// <param name="Command">Id of the command; null: it had none.</param>
public sealed record RecommendationDeclined(string Role, IReadOnlyList<ResponderId> Chosen, string By, string Why, DateTimeOffset At, string? Command = null) : IncidentEvent(At);

/// <summary>Nobody confirmed a recommendation in time.</summary>
/// <param name="Role">For which role.</param>
/// <param name="Sent">True: it is sent as recommended, the requests follow in the same append; false: a person must still decide, and the next command level is told.</param>
/// <param name="Due">When it should have been confirmed.</param>
/// <param name="At">When it was recorded.</param>
public sealed record ConfirmationLapsed(string Role, bool Sent, DateTimeOffset Due, DateTimeOffset At) : IncidentEvent(At);
