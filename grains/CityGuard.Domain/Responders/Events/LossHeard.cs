using CityGuard.Domain.Incidents;

namespace CityGuard.Domain.Responders.Events;

/// <summary>The incident that lost the responder has it in its journal: the responder owes it nothing more.</summary>
/// <param name="Incident">Who lost it.</param>
/// <param name="Op">The operation that it lost.</param>
/// <param name="At">When it was recorded.</param>
public sealed record LossHeard(IncidentId Incident, OperationId Op, DateTimeOffset At) : ResponderEvent(At);
