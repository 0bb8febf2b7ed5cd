using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Diagnostics;
using CityGuard.Domain.Incidents;
using CityGuard.Grains.Telemetry;

namespace CityGuard.Grains.Tests.Telemetry;

/// <summary>Everything that silos in this process tell of incidents while somebody listens.</summary>
internal sealed class HeardSpans : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityListener _listener;

    public HeardSpans()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CitySources.Incidents,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The spans that name this incident, in whatever trace they are.</summary>
    public IReadOnlyList<Activity> Of(IncidentId incident) => [.. _ended.Where(span => span.GetTagItem("cityguard.incident.id") as string == incident.Value)];

    /// <summary>The trace id by hand: the bits of the incident's id.</summary>
    public static string TraceOf(IncidentId incident) => Convert.ToHexStringLower(Base64Url.DecodeFromChars(incident.Value.AsSpan(2)));

    public static string? SiloOf(Activity span) => span.GetTagItem("cityguard.silo") as string;

    public void Dispose() => _listener.Dispose();
}
