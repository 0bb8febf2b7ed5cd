using CityGuard.Abstractions.Stocks;
using CityGuard.Abstractions.Wire;
using CityGuard.Domain.Areas;

namespace CityGuard.Client.Transports;

/// <summary>Stocks, over HTTP.</summary>
internal sealed partial class HttpTransport
{
    public Task<StockView> Stocks(AreaId area, CancellationToken cancellationToken)
        => Get<StockView>(InArea(ApiRoutes.Stocks, area), CallKind.Repeatable, cancellationToken);

    public Task<StockView> SetStock(AreaId area, string item, SetStockCommand command, CancellationToken cancellationToken)
        => Exchange<StockView>(HttpMethod.Put, Fill(InArea(ApiRoutes.Stock, area), item, "{item}"), Body(command), CallKind.Repeatable, cancellationToken);
}
