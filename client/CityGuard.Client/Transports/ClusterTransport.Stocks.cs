using CityGuard.Abstractions.Stocks;
using CityGuard.Domain.Areas;

namespace CityGuard.Client.Transports;

/// <summary>Stocks, in the cluster.</summary>
internal sealed partial class ClusterTransport
{
    private readonly IStockFront _stocks = cluster.GetGrain<IStockFront>(0);

    public Task<StockView> Stocks(AreaId area, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _stocks.Get(_credential, area.Value), cancellationToken);

    public Task<StockView> SetStock(AreaId area, string item, SetStockCommand command, CancellationToken cancellationToken)
        => _pipeline.Call(CallKind.Repeatable, () => _stocks.Set(_credential, area.Value, item, command), cancellationToken);
}
