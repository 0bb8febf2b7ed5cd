using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Aid;

namespace CityGuard.Domain.Responders.Events;

/// <summary>It is lent to another area: until then only that area's boards count and choose it. Who holds it is another matter.</summary>
/// <param name="Aid">By which request.</param>
/// <param name="To">To whom.</param>
/// <param name="Until">It is its own area's again from then on, whether anybody says so or not.</param>
/// <param name="At">When it was recorded.</param>
public sealed record Lent(AidId Aid, AreaId To, DateTimeOffset Until, DateTimeOffset At) : ResponderEvent(At);

/// <summary>It is its own area's again.</summary>
/// <param name="Aid">The request by which it was lent.</param>
/// <param name="At">When it was recorded.</param>
public sealed record CameHome(AidId Aid, DateTimeOffset At) : ResponderEvent(At);
