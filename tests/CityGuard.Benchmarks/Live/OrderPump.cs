using System.Collections.Concurrent;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;

namespace CityGuard.Benchmarks.Live;

/// <summary>Hears every order of the city through the districts' books, as a dispatch terminal would.</summary>
internal sealed class OrderPump(LiveCity live) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<IncidentId, TaskCompletionSource<Order>> _first = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _listening = Task.CompletedTask;

    public void Start() => _listening = Task.WhenAll(live.City.Areas.Where(a => a.Kind == AreaKind.District).Select(a => Task.Run(() => Listen(a.Id.Value))));

    /// <summary>The first order of an incident, whether it came before or comes after.</summary>
    public Task<Order> First(IncidentId incident) => Slot(incident).Task;

    public void Forget(IncidentId incident) => _first.TryRemove(incident, out _);

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
                    Slot(order.Incident).TrySetResult(order);
        }
    }

    private TaskCompletionSource<Order> Slot(IncidentId incident)
        => _first.GetOrAdd(incident, _ => new TaskCompletionSource<Order>(TaskCreationOptions.RunContinuationsAsynchronously));
}
