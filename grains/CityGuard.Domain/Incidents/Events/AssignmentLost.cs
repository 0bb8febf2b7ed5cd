namespace CityGuard.Domain.Incidents.Events;

/// <summary>
/// The responder was taken from this incident, which did not give it back. In the same fact it is decided whether somebody else is looked for:
/// nothing can come between the two.
/// </summary>
/// <param name="Op">Operation.</param>
/// <param name="To">The graver incident that has it now; null: it was freed by force.</param>
/// <param name="Epoch">Epoch of the responder since it was taken: one more than that of the grant.</param>
/// <param name="By">The person who took it.</param>
/// <param name="Why">Reason given.</param>
/// <param name="StaysEmpty">True: nobody is looked for in its place.</param>
/// <param name="At">When it was recorded.</param>
public sealed record AssignmentLost(OperationId Op, IncidentId? To, long Epoch, string By, string Why, bool StaysEmpty, DateTimeOffset At) : IncidentEvent(At);
