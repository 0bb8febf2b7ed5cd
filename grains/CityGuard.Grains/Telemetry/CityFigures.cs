using System.Diagnostics;
using System.Diagnostics.Metrics;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;

namespace CityGuard.Grains.Telemetry;

/// <summary>The figures of one silo: what its people ask when it is slow. Durations are seconds by the city's clock.</summary>
internal sealed class CityFigures
{
    private static readonly double[] Waits = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private static readonly double[] Choices = [.. Waits, 30, 60, 120, 300, 600];
    private static readonly double[] Rides = [1, 2.5, 5, 10, 30, 60, 120, 180, 300, 600, 900, 1_800, 3_600];

    private readonly Histogram<double> _acknowledged, _dispatched, _responded, _appended;
    private readonly Counter<long> _conflicts, _unknown;
    private readonly TimeProvider _time;
    private int _open, _pending, _overdue;

    public CityFigures(IMeterFactory meters, JournalCondition journal, TimeProvider time, Feed.FeedRelay feed)
    {
        var meter = meters.Create(CitySources.Figures);
        _acknowledged = Duration(meter, "cityguard.report.acknowledgement.duration", "From a report at the door to its acknowledgement, when it is durable.", Waits);
        _dispatched = Duration(meter, "cityguard.dispatch.duration", "From an incident's receipt to its first granted responder.", Choices);
        _responded = Duration(meter, "cityguard.response.duration", "From an incident's receipt to the first crew on scene.", Rides);
        _appended = Duration(meter, "cityguard.journal.append.duration", "From handing an append to the journal to its answer.", Waits);
        _conflicts = meter.CreateCounter<long>("cityguard.journal.conflicts", "{conflict}", "Appends refused because another activation wrote first.");
        _unknown = meter.CreateCounter<long>("cityguard.journal.unknown_outcomes", "{append}", "Appends whose outcome is unknown: their actors start anew.");
        meter.CreateObservableUpDownCounter("cityguard.journal.queue", () => journal.Waiting, "{append}", "Appends that this silo has handed to the journal and that wait for its answer.");
        meter.CreateObservableUpDownCounter("cityguard.incidents.open", () => Volatile.Read(ref _open), "{incident}", "Open incidents at work on this silo.");
        meter.CreateObservableUpDownCounter("cityguard.incidents.overdue", () => Volatile.Read(ref _overdue), "{incident}", "Of those, late against the clock of a role.");
        meter.CreateObservableUpDownCounter("cityguard.assignments.pending", () => Volatile.Read(ref _pending), "{assignment}", "Assignments requested and not yet answered by their responder.");
        meter.CreateObservableGauge("cityguard.feed.age", () => feed.Age.TotalSeconds, "s", "Age of the oldest change that viewers have not been sent.");
        _time = time;
    }

    /// <param name="since">Timestamp of the city's clock at the door.</param>
    /// <param name="isNew">False: the report was known already.</param>
    public void Acknowledged(long since, bool isNew) => _acknowledged.Record(_time.GetElapsedTime(since).TotalSeconds, new KeyValuePair<string, object?>("cityguard.report.new", isNew));

    public void Dispatched(TimeSpan after, IncidentSeverity severity) => _dispatched.Record(Seconds(after), Of(severity));

    public void Responded(TimeSpan after, IncidentSeverity severity) => _responded.Record(Seconds(after), Of(severity));

    /// <summary>An append was answered; null: its outcome is unknown.</summary>
    public void Appended(TimeSpan after, AppendResult? result)
    {
        _appended.Record(after.TotalSeconds, new KeyValuePair<string, object?>("cityguard.journal.result", result switch { AppendResult.Appended => "appended", AppendResult.Conflict => "conflict", _ => "unknown" }));
        if (result == AppendResult.Conflict)
            _conflicts.Add(1);
        if (result is null)
            _unknown.Add(1);
    }

    /// <summary>An incident counts otherwise now.</summary>
    public void Recount(IncidentStanding before, IncidentStanding now)
    {
        if (before == now)
            return;
        Interlocked.Add(ref _open, (now.IsOpen ? 1 : 0) - (before.IsOpen ? 1 : 0));
        Interlocked.Add(ref _overdue, (now.IsOverdue ? 1 : 0) - (before.IsOverdue ? 1 : 0));
        Interlocked.Add(ref _pending, now.Pending - before.Pending);
    }

    private static Histogram<double> Duration(Meter meter, string name, string description, double[] bounds)
        => meter.CreateHistogram<double>(name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds });

    // A crew's clock may lie behind ours, and whoever found it was there before it was received.
    private static double Seconds(TimeSpan after) => Math.Max(0, after.TotalSeconds);

    private static TagList Of(IncidentSeverity severity) => new() { { "cityguard.incident.severity", IncidentSpans.Word(severity) } };
}
