using CityGuard.Benchmarks.Reporting;

namespace CityGuard.Benchmarks.Live;

/// <summary>Messages and events of one incident: 1,000 of them, less an equally long idle run with field and timers on.</summary>
internal static class PerIncident
{
    private const int Incidents = 1_000, AtOnce = 8;

    public static async Task<double> Run(Report report, LiveCity live, IncidentSort sort)
    {
        var whole = new WholeIncident(live, $"per-incident-{sort.Roles}", sort);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var (calls, events) = (live.Calls.Messages, live.Journal.Events);
        var left = Incidents;
        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(w => Task.Run(async () =>
        {
            var chance = new Random(w);
            while (Interlocked.Decrement(ref left) >= 0)
                await whole.Whole(chance);
        })));
        var busy = clock.Elapsed;
        var (busyCalls, busyEvents) = (live.Calls.Messages - calls, live.Journal.Events - events);

        (calls, events) = (live.Calls.Messages, live.Journal.Events);
        await Task.Delay(busy);
        var (idleCalls, idleEvents) = (live.Calls.Messages - calls, live.Journal.Events - events);
        var perIncident = (busyEvents - idleEvents) / (double)Incidents;
        var messages = (busyCalls - idleCalls) / (double)Incidents;
        if (sort.Roles == 1)
        {
            report.AtMost("messages_per_incident", messages, "messages", 60);
            report.AtMost("events_per_incident", perIncident, "events", 14);
        }
        else
        {
            report.AtMost("messages_per_incident3", messages, "messages", 120);
            report.Add("events_per_incident3", perIncident, "events");
        }

        return perIncident;
    }
}
