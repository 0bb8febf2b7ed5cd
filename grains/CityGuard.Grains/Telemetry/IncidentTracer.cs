using System.Diagnostics;
using CityGuard.Domain.Incidents;

namespace CityGuard.Grains.Telemetry;

/// <summary>
/// Tells the steps of incidents as spans of one trace each, whichever silo takes them. Times are the city's clock. Only ids, types and outcomes are told, never what
/// belongs to a person.
/// </summary>
internal sealed class IncidentTracer(ILocalSiloDetails silo, TimeProvider time)
{
    private static readonly ActivitySource Source = new(CitySources.Incidents);

    private readonly string _silo = silo.SiloAddress.ToParsableString();

    /// <summary>False: nobody would see it, so nothing need be put together.</summary>
    public static bool IsWatched => Source.HasListeners();

    /// <summary>A step that is taken now, until the span is disposed of. It hangs from what called for it, where that is a step of the same incident.</summary>
    public IncidentSpan Begin(IncidentId incident, string name)
        => IsWatched ? new IncidentSpan(Start(incident, name, time.GetUtcNow(), Activity.Current), time) : default;

    /// <summary>A step that is over, told afterwards by the times that are recorded of it.</summary>
    public void Tell(IncidentId incident, string name, DateTimeOffset from, DateTimeOffset until, params ReadOnlySpan<(string Key, object? Value)> tags)
        => End(Start(incident, name, from, caller: null), from, until, tags);

    /// <summary>The whole, from report to closing, that all the other spans are part of.</summary>
    public void TellWhole(IncidentId incident, DateTimeOffset from, DateTimeOffset until, params ReadOnlySpan<(string Key, object? Value)> tags)
    {
        var root = IncidentTraceId.Of(incident);
        var span = Source.StartActivity(IncidentSpans.Whole, ActivityKind.Internal, new ActivityContext(root.TraceId, default, root.TraceFlags), startTime: from);
        if (span is null)
            return;
        IncidentTraceId.MakeRoot(span, root.SpanId);
        Mark(span, incident);
        End(span, from, until, tags);
    }

    private Activity? Start(IncidentId incident, string name, DateTimeOffset from, Activity? caller)
    {
        var root = IncidentTraceId.Of(incident);
        // The request of a caller, or a call between other actors, is a trace of its own: it is only named.
        var links = Activity.Current is { Recorded: true } other && other.TraceId != root.TraceId ? new[] { new ActivityLink(other.Context) } : null;
        var span = Source.StartActivity(name, ActivityKind.Internal, caller?.TraceId == root.TraceId ? caller.Context : root, tags: null, links, from);
        if (span is not null)
            Mark(span, incident);
        return span;
    }

    private void Mark(Activity span, IncidentId incident) => span.SetTag("cityguard.incident.id", incident.Value).SetTag("cityguard.silo", _silo);

    private static void End(Activity? span, DateTimeOffset from, DateTimeOffset until, ReadOnlySpan<(string Key, object? Value)> tags)
    {
        if (span is null)
            return;
        foreach (var (key, value) in tags)
            span.SetTag(key, value);
        // A crew's clock may lie a little behind ours: nothing ends before it began.
        span.SetEndTime((until > from ? until : from).UtcDateTime);
        span.Stop();
    }
}
