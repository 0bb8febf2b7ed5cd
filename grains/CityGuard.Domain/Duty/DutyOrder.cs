using System.Collections.Immutable;
using CityGuard.Domain.Areas;

namespace CityGuard.Domain.Duty;

/// <summary>A duty level as it was set on an area, for a time.</summary>
/// <param name="Area">Where it was set.</param>
/// <param name="Version">Which change of this area's duty it was, from 1.</param>
/// <param name="Level">Key of the level.</param>
/// <param name="Scenario">For what (情形), e.g. a fair.</param>
/// <param name="From">It holds from this moment on.</param>
/// <param name="Until">It holds no longer from this moment on.</param>
/// <param name="By">Who set it.</param>
/// <param name="Why">Why.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.DutyOrder")]
public sealed record DutyOrder(
    [property: Id(0)] AreaId Area,
    [property: Id(1)] long Version,
    [property: Id(2)] string Level,
    [property: Id(3)] string Scenario,
    [property: Id(4)] DateTimeOffset From,
    [property: Id(5)] DateTimeOffset Until,
    [property: Id(6)] string By,
    [property: Id(7)] string Why)
{
    /// <summary>True while it holds; nobody has to say that it is over.</summary>
    public bool Holds(DateTimeOffset now) => From <= now && now < Until;
}

/// <summary>What one area has ordered, as it is told to everyone below it.</summary>
/// <param name="Area">The area.</param>
/// <param name="Version">How often its duty has changed; of two pictures of an area the higher one is true.</param>
/// <param name="Orders">Its orders that are not over, in the order in which they were given.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.AreaDuty")]
public sealed record AreaDuty([property: Id(0)] AreaId Area, [property: Id(1)] long Version, [property: Id(2)] ImmutableArray<DutyOrder> Orders)
{
    /// <summary>The order in force of this area alone: of those that hold the last given. Null: none.</summary>
    public DutyOrder? At(DateTimeOffset now) => Orders.LastOrDefault(order => order.Holds(now));
}
