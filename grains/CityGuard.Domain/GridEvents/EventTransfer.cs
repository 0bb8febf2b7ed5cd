using CityGuard.Domain.GridEvents.Events;

namespace CityGuard.Domain.GridEvents;

/// <summary>A hand-over to 110, as far as it has come.</summary>
/// <param name="Said">What was handed over, by whom.</param>
/// <param name="TakenAt">When it was known that the incident is open; null: it is owed to 110 still.</param>
public sealed record EventTransfer(EventTransferred Said, DateTimeOffset? TakenAt = null);
