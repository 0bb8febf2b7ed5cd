using CityGuard.Domain.Areas;
using CityGuard.Domain.Plans;

namespace CityGuard.Domain.Incidents.Events;

/// <summary>The plan is taken up and wants these supplies and equipment; from here on the stocks are asked until they have answered.</summary>
/// <param name="Op">Counts up within the incident: <c>w-1</c>. The stocks know a repeat by it.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Items">What it wants.</param>
/// <param name="At">When it was recorded.</param>
public sealed record SuppliesWanted(string Op, string Plan, IReadOnlyList<PlannedSupply> Items, DateTimeOffset At) : IncidentEvent(At);

/// <summary>What the stocks gave, from the nearest area upward.</summary>
/// <param name="Op">Which want.</param>
/// <param name="Drawn">What came from where; areas that had nothing are not named.</param>
/// <param name="At">When it was recorded.</param>
public sealed record SuppliesDrawn(string Op, IReadOnlyList<DrawnSupply> Drawn, DateTimeOffset At) : IncidentEvent(At);

/// <summary>The stocks did not have enough of an item: a person must find it elsewhere, or do without.</summary>
/// <param name="Op">Which want.</param>
/// <param name="Item">Key of the item.</param>
/// <param name="Missing">How many are missing, 1 or more.</param>
/// <param name="Why">Who was asked and had how many.</param>
/// <param name="At">When it was recorded.</param>
public sealed record SupplyShort(string Op, string Item, int Missing, string Why, DateTimeOffset At) : IncidentEvent(At);

/// <summary>All that was drawn is back in stock, or used up.</summary>
/// <param name="Op">Which want.</param>
/// <param name="Used">What was used up, of what was drawn.</param>
/// <param name="At">When it was recorded.</param>
public sealed record SuppliesReturned(string Op, IReadOnlyList<DrawnSupply> Used, DateTimeOffset At) : IncidentEvent(At);

/// <summary>So many of an item from one area's stock.</summary>
/// <param name="Item">Key of the item.</param>
/// <param name="Area">Whose stock.</param>
/// <param name="Count">How many, 1 or more.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.DrawnSupply")]
public sealed record DrawnSupply([property: Id(0)] string Item, [property: Id(1)] AreaId Area, [property: Id(2)] int Count);
