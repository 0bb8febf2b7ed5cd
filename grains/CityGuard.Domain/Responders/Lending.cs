using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Aid;

namespace CityGuard.Domain.Responders;

/// <summary>To whom a responder is lent.</summary>
/// <param name="Aid">By which request.</param>
/// <param name="To">To whom.</param>
/// <param name="Until">Until when; over by itself then.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Lending")]
public sealed record Lending([property: Id(0)] AidId Aid, [property: Id(1)] AreaId To, [property: Id(2)] DateTimeOffset Until);
