using System.Diagnostics;
using CityGuard.Benchmarks.Reporting;

namespace CityGuard.Benchmarks.Live;

/// <summary>Whole incidents a second with a fixed number in hand: report, acknowledged, dispatched, accepted, on scene, cleared, closed.</summary>
internal static class ClosedLoop
{
    private const int InHand = 64;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5), During = TimeSpan.FromSeconds(20);

    public static async Task<double> Run(Report report, LiveCity live, IncidentSort sort)
    {
        var whole = new WholeIncident(live, $"closed-loop-{sort.Roles}", sort);
        var clock = Stopwatch.StartNew();
        long done = 0;
        await Task.WhenAll(Enumerable.Range(0, InHand).Select(w => Task.Run(async () =>
        {
            var chance = new Random(w);
            while (clock.Elapsed < WarmUp + During)
            {
                await whole.Whole(chance);
                if (clock.Elapsed > WarmUp && clock.Elapsed <= WarmUp + During)
                    Interlocked.Increment(ref done);
            }
        })));
        var rate = done / During.TotalSeconds;
        report.Add(sort.Roles == 1 ? "incidents_per_s" : "incidents3_per_s", rate, "1/s");
        return rate;
    }
}
