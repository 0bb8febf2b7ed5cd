using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CityGuard.Grains.Telemetry;
using CityGuard.Grains.Tests.Cluster;

namespace CityGuard.Grains.Tests.Telemetry;

/// <summary>The figures of one city, all its silos together: what others in this process measure is not heard.</summary>
internal sealed class Figures : IDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<(double Value, string Tags)>> _heard = new();
    private readonly MeterListener _listener;

    public Figures(City city)
    {
        var factories = city.OfEachSilo<IMeterFactory>().ToHashSet<object>();
        _listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == CitySources.Figures && instrument.Meter.Scope is { } scope && factories.Contains(scope))
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>What was measured under a name, with its tags as text.</summary>
    public IReadOnlyList<(double Value, string Tags)> Of(string name) => _heard.TryGetValue(name, out var heard) ? [.. heard] : [];

    /// <summary>The sum over all silos of something that is looked up when asked.</summary>
    public double Now(string name)
    {
        _heard.TryRemove(name, out _);
        _listener.RecordObservableInstruments();
        return Of(name).Sum(measured => measured.Value);
    }

    public static async Task Until(City city, string name, Func<double, bool> wanted)
    {
        var last = double.NaN;
        using var figures = new Figures(city);
        await Eventually.Holds(() => Task.FromResult(wanted(last = figures.Now(name))), () => $"{name}: {last}");
    }

    public void Dispose() => _listener.Dispose();

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
        _heard.GetOrAdd(instrument.Name, _ => []).Enqueue((value, text));
    }
}
