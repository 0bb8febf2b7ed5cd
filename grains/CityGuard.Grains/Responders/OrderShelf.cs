using CityGuard.Abstractions.Responders;

namespace CityGuard.Grains.Responders;

/// <summary>
/// The last orders of one responder. Numbers come from the epoch (order 2e, its recall 2e + 1), so they mean the same after a restart.
/// </summary>
internal sealed class OrderShelf
{
    private const int Kept = 4;

    private readonly List<Order> _orders = new(Kept);
    private TaskCompletionSource? _news;

    public static long SeqOf(long epoch, bool recall) => (2 * epoch) + (recall ? 1 : 0);

    /// <summary>The order of this epoch, when it is still known.</summary>
    public Order? Find(long epoch) => _orders.FindLast(order => order.Epoch == epoch);

    /// <summary>The recall of this epoch's order, when it is still known.</summary>
    public Order? FindRecall(long epoch) => _orders.Find(order => order.Epoch == epoch && order.Recall);

    /// <summary>Puts an order on the shelf; false when it lies there already.</summary>
    public bool Put(Order order)
    {
        if (_orders.Exists(known => known.Seq == order.Seq))
            return false;
        if (_orders.Count == Kept)
            _orders.RemoveAt(0);
        _orders.Add(order);
        _news?.TrySetResult();
        _news = null;
        return true;
    }

    public OrderBatch After(long seq)
    {
        var later = _orders.Where(order => order.Seq > seq).OrderBy(order => order.Seq).ToArray();
        return new OrderBatch(later, $"{(later.Length > 0 ? later[^1].Seq : seq)}");
    }

    /// <summary>Waits for the next order without holding a turn.</summary>
    public Task News(TimeSpan wait, TimeProvider time) => Waiting.UntilSetOrLate(_news ??= new(TaskCreationOptions.RunContinuationsAsynchronously), wait, time);
}
