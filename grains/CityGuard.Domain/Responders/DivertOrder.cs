using CityGuard.Domain.Incidents;

namespace CityGuard.Domain.Responders;

/// <summary>What a graver incident asks of a responder that another holds (抽调).</summary>
/// <param name="From">Its holder.</param>
/// <param name="To">The graver incident.</param>
/// <param name="Op">Operation of the graver incident.</param>
/// <param name="ExpectedEpoch">Ownership epoch as the chooser saw it.</param>
/// <param name="By">The person who chose.</param>
/// <param name="Why">Reason given.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.DivertOrder")]
public sealed record DivertOrder(
    [property: Id(0)] IncidentId From,
    [property: Id(1)] IncidentId To,
    [property: Id(2)] OperationId Op,
    [property: Id(3)] long ExpectedEpoch,
    [property: Id(4)] string By,
    [property: Id(5)] string Why);
