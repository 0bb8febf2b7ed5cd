using CityGuard.Abstractions.Stocks;
using CityGuard.Domain.Areas;

namespace CityGuard.Client.Transports;

/// <summary>What concerns stocks.</summary>
internal partial interface ICityTransport
{
    Task<StockView> Stocks(AreaId area, CancellationToken cancellationToken);

    Task<StockView> SetStock(AreaId area, string item, SetStockCommand command, CancellationToken cancellationToken);
}
