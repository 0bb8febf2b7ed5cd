using System.Runtime.CompilerServices;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Responders;

namespace CityGuard.Client;

public sealed partial class CityGuardClient
{
    /// <summary>Orders of one responder after <paramref name="after"/> (empty at first, then <see cref="OrderBatch.Next"/>), waiting up to <paramref name="wait"/> (0 to 25 s; null: <see cref="CityGuardClientOptions.OrderWait"/>). Scope ingest.</summary>
    public Task<OrderBatch> GetOrdersAsync(ResponderId responder, string after, TimeSpan? wait = null, CancellationToken cancellationToken = default)
        => Orders(Given(responder).Value, after, wait, cancellationToken);

    /// <summary>Orders of all responders at home in an area; see <see cref="GetOrdersAsync"/>. Scope ingest.</summary>
    public Task<OrderBatch> GetAreaOrdersAsync(AreaId area, string after, TimeSpan? wait = null, CancellationToken cancellationToken = default)
        => Orders(Given(area).Value, after, wait, cancellationToken);

    /// <summary>
    /// Orders of one responder as they come, without end: polls, remembers its place, bridges interruptions, yields each order once and never one
    /// that a later epoch has overtaken. A new enumeration tells held orders again. Scope ingest.
    /// </summary>
    public IAsyncEnumerable<Order> OrdersAsync(ResponderId responder, CancellationToken cancellationToken = default)
        => Watch(Given(responder).Value, cancellationToken);

    /// <summary>Orders of all responders at home in an area as they come; see <see cref="OrdersAsync"/>. Scope ingest.</summary>
    public IAsyncEnumerable<Order> AreaOrdersAsync(AreaId area, CancellationToken cancellationToken = default)
        => Watch(Given(area).Value, cancellationToken);

    private Task<OrderBatch> Orders(string responderOrArea, string after, TimeSpan? wait, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(after);
        var seconds = wait ?? _options.OrderWait;
        if (seconds < TimeSpan.Zero || seconds > TimeSpan.FromSeconds(25))
            throw new ArgumentOutOfRangeException(nameof(wait), wait, "0 to 25 s");
        return _transport.Orders(responderOrArea, after, seconds, cancellationToken);
    }

    private async IAsyncEnumerable<Order> Watch(string responderOrArea, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var latest = new LatestOrders();
        var after = string.Empty;
        while (true)
        {
            var batch = await _transport.Orders(responderOrArea, after, _options.OrderWait, cancellationToken).ConfigureAwait(false);
            after = batch.Next;
            foreach (var order in batch.Orders)
                if (latest.Advance(order))
                    yield return order;
        }
    }
}
