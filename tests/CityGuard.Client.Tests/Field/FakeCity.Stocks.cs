using CityGuard.Abstractions.Stocks;
using CityGuard.Domain.Areas;

namespace CityGuard.Client.Tests.Field;

/// <summary>Stocks, of which this city knows nothing.</summary>
internal sealed partial class FakeCity
{
    public Task<StockView> Stocks(AreaId area, CancellationToken cancellationToken) => Unknown<StockView>();

    public Task<StockView> SetStock(AreaId area, string item, SetStockCommand command, CancellationToken cancellationToken) => Unknown<StockView>();
}
