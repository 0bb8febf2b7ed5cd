using CityGuard.Abstractions.Stocks;
using CityGuard.Domain.Areas;

namespace CityGuard.Client;

public sealed partial class CityGuardClient
{
    /// <summary>What a sector (station), a district or the city keeps in stock. Scope read.</summary>
    public Task<StockView> GetStocksAsync(AreaId area, CancellationToken cancellationToken = default)
        => _transport.Stocks(Given(area), cancellationToken);

    /// <summary>Says how many of an item are on the shelf, after counting or filling it. Scope command.</summary>
    /// <param name="area">Whose stock.</param>
    /// <param name="item">Key of the item.</param>
    /// <param name="command">How many, and why.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<StockView> SetStockAsync(AreaId area, string item, SetStockCommand command, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(item);
        ArgumentNullException.ThrowIfNull(command);
        return _transport.SetStock(Given(area), item, command with { Command = command.Command ?? NewId() }, cancellationToken);
    }
}
