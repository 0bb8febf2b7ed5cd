using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Responders;

namespace CityGuard.Client;

/// <summary>
/// The newest order of each responder. Orders are told more than once (a lost order book is refilled from those who are held), and not always in
/// sequence: only a higher epoch, or the recall of the present one, says something new.
/// </summary>
internal sealed class LatestOrders
{
    private readonly Dictionary<ResponderId, (long Epoch, bool Recall)> _latest = [];

    public bool Advance(Order order)
    {
        if (_latest.TryGetValue(order.Responder, out var last) && !IsNewer(order, last.Epoch, last.Recall))
            return false;
        _latest[order.Responder] = (order.Epoch, order.Recall);
        return true;
    }

    private static bool IsNewer(Order order, long epoch, bool recall)
        => order.Epoch > epoch || (order.Epoch == epoch && order.Recall && !recall);
}
