using System.Collections.Concurrent;
using System.Threading.Channels;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;

namespace CityGuard.Benchmarks.Live;

/// <summary>Hears every order of the city through the districts' books, as a dispatch terminal would.</summary>
internal sealed class OrderPump(LiveCity live) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<IncidentId, Channel<Order>> _orders = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _listening = Task.CompletedTask;

    public void Start() => _listening = Task.WhenAll(live.City.Areas.Where(a => a.Kind == AreaKind.District).Select(a => Task.Run(() => Listen(a.Id.Value))));

    /// <summary>So many orders of an incident, whether they came before or come after; nobody is told of them again.</summary>
    /// <exception cref="TimeoutException">Too few came in time.</exception>
    public async IAsyncEnumerable<Order> Take(IncidentId incident, int count, TimeSpan patience)
    {
        using var late = new CancellationTokenSource(patience);
        for (var taken = 0; taken < count; taken++)
            yield return await Next(incident, late.Token) ?? throw new TimeoutException($"{incident}: {taken} of {count} orders within {patience}");
        _orders.TryRemove(incident, out _);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _listening;
        _stop.Dispose();
    }

    private async Task Listen(string district)
    {
        var after = "";
        while (!_stop.IsCancellationRequested)
        {
            var answer = await live.Responders.Orders(live.Caller, district, after, TimeSpan.FromSeconds(1));
            if (!answer.IsOk)
                throw new InvalidOperationException(answer.Refusal!.Reason);
            after = answer.Value!.Next;
            foreach (var order in answer.Value.Orders)
                if (!order.Recall)
                    Of(order.Incident).Writer.TryWrite(order);
        }
    }

    private async Task<Order?> Next(IncidentId incident, CancellationToken late)
    {
        try
        {
            return await Of(incident).Reader.ReadAsync(late);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private Channel<Order> Of(IncidentId incident) => _orders.GetOrAdd(incident, _ => Channel.CreateUnbounded<Order>());
}
