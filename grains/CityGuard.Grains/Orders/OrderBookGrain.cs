using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Responders;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Responders;

namespace CityGuard.Grains.Orders;

/// <summary>
/// Keeps the latest order of each responder for as long as the responder repeats it. Nothing is lost with it:
/// a new book is filled by the next beat of those who are held.
/// </summary>
[KeepAlive, DistrictPlacement]
internal sealed class OrderBookGrain(CityIndex index, TimeProvider time) : Grain, IOrderBookGrain
{
    // Two beats and a half: an order that nobody repeats is over.
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(75);

    private readonly Dictionary<ResponderId, Entry> _entries = [];
    private readonly long _incarnation = time.GetUtcNow().ToUnixTimeMilliseconds();
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DateTimeOffset _pruned;
    private long _mark;

    private sealed record Entry(long Mark, Order Order, int Sector, DateTimeOffset ToldAt);

    public Task Tell(Order order)
    {
        var now = time.GetUtcNow();
        Prune(now);
        if (_entries.TryGetValue(order.Responder, out var known) && known.Order.Seq >= order.Seq)
        {
            if (known.Order.Seq == order.Seq)
                _entries[order.Responder] = known with { ToldAt = now };
            return Task.CompletedTask;
        }

        if (!index.City.TryResponder(order.Responder.Value, out var responder))
            return Task.CompletedTask;
        _entries[order.Responder] = new Entry(++_mark, order, index.HomeSector(responder), now);
        var news = _news;
        _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
        news.TrySetResult();
        return Task.CompletedTask;
    }

    public async Task<OrderBatch> Orders(string after, TimeSpan wait, int sector)
    {
        var started = time.GetTimestamp();
        for (var mark = MarkOf(after); ;)
        {
            var batch = After(mark, sector);
            var left = wait - time.GetElapsedTime(started);
            if (batch.Orders.Count > 0 || left <= TimeSpan.Zero)
                return batch;
            mark = _mark;
            await Waiting.UntilSetOrLate(_news, left, time);
        }
    }

    // A mark of an earlier book means nothing here: then everything in force is told again.
    private long MarkOf(string after)
        => after.Split('.') is [var incarnation, var mark] && incarnation == $"{_incarnation}" && long.TryParse(mark, out var seen) ? seen : 0;

    private OrderBatch After(long mark, int sector)
    {
        var oldest = time.GetUtcNow() - Kept;
        var later = _entries.Values
            .Where(e => e.Mark > mark && e.ToldAt >= oldest && (sector < 0 || e.Sector == sector))
            .OrderBy(e => e.Mark).Select(e => e.Order).ToArray();
        return new OrderBatch(later, $"{_incarnation}.{_mark}");
    }

    private void Prune(DateTimeOffset now)
    {
        if (now - _pruned < Kept)
            return;
        _pruned = now;
        foreach (var (responder, entry) in _entries)
            if (now - entry.ToldAt >= Kept)
                _entries.Remove(responder);
    }
}
