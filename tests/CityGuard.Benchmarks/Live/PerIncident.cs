using CityGuard.Benchmarks.Reporting;

namespace CityGuard.Benchmarks.Live;

/// <summary>Messages and events of one incident: 1,000 of them, less an equally long idle run with field and timers on.</summary>
internal static class PerIncident
{
    private const int Incidents = 1_000, AtOnce = 8;

    public static async Task<double> Run(Report report, LiveCity live)
    {
        var whole = new WholeIncident(live, "per-incident");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var (calls, events) = (live.Calls.Messages, live.Journal.Events);
        var left = Incidents;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(w => Task.Run(async () =>
        {
            var chance = new Random(w);
            while (Interlocked.Decrement(ref left) >= 0)
                await whole.Handle(await whole.Report(chance));
        })));
        var busy = clock.Elapsed;
        var (busyCalls, busyEvents) = (live.Calls.Messages - calls, live.Journal.Events - events);

        (calls, events) = (live.Calls.Messages, live.Journal.Events);
        await Task.Delay(busy);
        var (idleCalls, idleEvents) = (live.Calls.Messages - calls, live.Journal.Events - events);
        var perIncident = (busyEvents - idleEvents) / (double)Incidents;
        report.AtMost("messages_per_incident", (busyCalls - idleCalls) / (double)Incidents, "messages", 60);
        report.AtMost("events_per_incident", perIncident, "events", 14);
        return perIncident;
    }
}
