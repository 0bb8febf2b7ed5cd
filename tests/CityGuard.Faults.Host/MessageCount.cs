using System.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;

namespace CityGuard.Faults.Host;

/// <summary>Counts the messages that this silo sends to others, as Orleans itself measures them, and tells at its end how many there were.</summary>
internal sealed class MessageCount : IHostedService, IDisposable
{
    private const string Sent = "orleans-messaging-sent-messages-size";
    private readonly MeterListener _listener = new();
    private long _sent;

    public MessageCount()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == Sent)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((_, _, _, _) => Interlocked.Increment(ref _sent));
        _listener.SetMeasurementEventCallback<long>((_, _, _, _) => Interlocked.Increment(ref _sent));
        _listener.SetMeasurementEventCallback<double>((_, _, _, _) => Interlocked.Increment(ref _sent));
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener.Start();
        _ = Tell(cancellationToken);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _listener.Dispose();

    private async Task Tell(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stop))
            Console.WriteLine($"sent {Interlocked.Read(ref _sent)}");
    }
}
