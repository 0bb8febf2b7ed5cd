using CityGuard.Domain.Incidents;

namespace CityGuard.Domain.Responders;

/// <summary>
/// A responder was taken from an incident that did not give it back. The responder owes the incident that word, and says it again until the
/// incident's journal has it: what was taken in a crash is missed by nobody else.
/// </summary>
/// <param name="Incident">Who lost it.</param>
/// <param name="Op">The operation by which it was held.</param>
/// <param name="HeldEpoch">Epoch at which it was held.</param>
/// <param name="Epoch">Epoch since it was taken.</param>
/// <param name="To">The graver incident that it was diverted to; null: it was freed by force.</param>
/// <param name="By">The person who took it.</param>
/// <param name="Why">Reason given.</param>
/// <param name="StaysEmpty">True: the person wants no replacement.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.OwedLoss")]
public sealed record OwedLoss(
    [property: Id(0)] IncidentId Incident,
    [property: Id(1)] OperationId Op,
    [property: Id(2)] long HeldEpoch,
    [property: Id(3)] long Epoch,
    [property: Id(4)] IncidentId? To,
    [property: Id(5)] string By,
    [property: Id(6)] string Why,
    [property: Id(7)] bool StaysEmpty);
