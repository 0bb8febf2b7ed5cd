using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents.Events;

namespace CityGuard.Abstractions.Incidents;

/// <summary>Where the supplies of an incident are.</summary>
public enum SupplyState : byte
{
    /// <summary>A stock has still to answer.</summary>
    Asked,

    /// <summary>Drawn for the incident.</summary>
    Out,

    /// <summary>Back in stock, or used up.</summary>
    Settled,
}

/// <summary>One item that the plan of an incident draws from stocks.</summary>
/// <param name="Op">Which want of the incident.</param>
/// <param name="Item">Key of the item.</param>
/// <param name="Name">Name in both languages.</param>
/// <param name="Unit">What one of it is.</param>
/// <param name="Wanted">How many the plan wants.</param>
/// <param name="From">What came from which area.</param>
/// <param name="Missing">How many no stock could give.</param>
/// <param name="Why">Who was asked and had how many; null: nothing is missing.</param>
/// <param name="State">Where it is.</param>
/// <param name="Used">How many were used up.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.SupplyView")]
public sealed record SupplyView(
    [property: Id(0)] string Op,
    [property: Id(1)] string Item,
    [property: Id(2)] BilingualName Name,
    [property: Id(3)] BilingualName Unit,
    [property: Id(4)] int Wanted,
    [property: Id(5)] IReadOnlyList<DrawnSupply> From,
    [property: Id(6)] int Missing,
    [property: Id(7)] string? Why,
    [property: Id(8)] SupplyState State,
    [property: Id(9)] int Used);
