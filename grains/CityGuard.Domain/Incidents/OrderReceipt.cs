using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Incidents;

/// <summary>How far an order is known to have come.</summary>
/// <param name="Tried">How many channels stayed silent: the order is now on the one after them.</param>
/// <param name="SentAt">When the present channel was begun with; null: with the grant.</param>
/// <param name="Channel">The channel of the receipt; null: there is none yet.</param>
/// <param name="GivenAt">When the receipt was recorded.</param>
/// <param name="OutOfReach">No channel is left, and none gave a receipt.</param>
public readonly record struct OrderReceipt(int Tried, DateTimeOffset? SentAt, OrderChannel? Channel, DateTimeOffset? GivenAt, bool OutOfReach);
