using CityGuard.Abstractions;
using CityGuard.Abstractions.Stocks;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Plans;
using Orleans.Concurrency;

namespace CityGuard.Grains.Areas.Stocks;

/// <summary>The stock of an area. Keyed by area id.</summary>
[Alias("CityGuard.Grains.IStockGrain")]
internal interface IStockGrain : IGrainWithStringKey
{
    /// <summary>Gives what it has of what is wanted, also nothing; of items that it does not keep it says nothing. Asked again, it answers the same.</summary>
    [Alias("Draw")]
    Task<IReadOnlyList<DrawnSupply>> Draw(IncidentId incident, string op, IReadOnlyList<PlannedSupply> wanted);

    /// <summary>Takes back what was drawn. Told again, it changes nothing.</summary>
    /// <param name="used">What was used up of each item that was drawn here.</param>
    [Alias("Return")]
    Task Return(IncidentId incident, string op, IReadOnlyList<DrawnSupply> used);

    /// <summary>Says how many are on the shelf. Journaled before it answers.</summary>
    [Alias("Set")]
    Task<Answer<StockView>> Set(string item, SetStockCommand command, string by);

    [Alias("View"), AlwaysInterleave]
    Task<StockView> View();
}
