using System.Diagnostics;

namespace CityGuard.Grains.Telemetry;

/// <summary>A step under way; the default is one that nobody watches.</summary>
internal readonly struct IncidentSpan(Activity? span, TimeProvider time) : IDisposable
{
    public void Tag(string key, object? value) => span?.SetTag(key, value);

    public void Dispose()
    {
        span?.SetEndTime(time.GetUtcNow().UtcDateTime);
        span?.Stop();
    }
}
