using System.Collections.Immutable;
using CityGuard.Domain.Incidents.Events;

namespace CityGuard.Domain.Incidents.Supplies;

/// <summary>What an incident's plan wanted from the stocks, once for each round of the incident.</summary>
/// <param name="Wanted">The want.</param>
/// <param name="Round">How often the incident had been opened again by then.</param>
public sealed record SupplyWant(SuppliesWanted Wanted, int Round)
{
    /// <summary>What was drawn; null: a stock has still to answer.</summary>
    public SuppliesDrawn? Drawn { get; init; }

    /// <summary>What was missing.</summary>
    public ImmutableList<SupplyShort> Shortages { get; init; } = [];

    /// <summary>How it was settled; null: it is out.</summary>
    public SuppliesReturned? Returned { get; init; }
}
