using CityGuard.Abstractions;
using CityGuard.Abstractions.Security;
using CityGuard.Abstractions.Stocks;

namespace CityGuard.Web.Tests.Fakes;

/// <summary>A city that keeps nothing in stock.</summary>
public sealed class FakeStocks : IStockFront
{
    private static readonly Refusal Nothing = new(RefusalCode.Unknown, "nothing is kept here");

    public Task<Answer<StockView>> Get(Credential caller, string area) => Task.FromResult<Answer<StockView>>(Nothing);

    public Task<Answer<StockView>> Set(Credential caller, string area, string item, SetStockCommand command) => Task.FromResult<Answer<StockView>>(Nothing);
}
