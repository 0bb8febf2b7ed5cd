using CityGuard.Abstractions.Security;

namespace CityGuard.Abstractions.Stocks;

/// <summary>The door to the stocks of stations, districts and the city. A stateless worker: use key 0.</summary>
[Alias("CityGuard.IStockFront")]
public interface IStockFront : IGrainWithIntegerKey
{
    /// <summary>What an area keeps. Scope read.</summary>
    [Alias("Get")]
    Task<Answer<StockView>> Get(Credential caller, string area);

    /// <summary>Says how many of an item are on the shelf. Durable when answered. Scope command, in the area.</summary>
    [Alias("Set")]
    Task<Answer<StockView>> Set(Credential caller, string area, string item, SetStockCommand command);
}
