using CityGuard.Abstractions.Responders;
using CityGuard.Benchmarks.Reporting;

namespace CityGuard.Benchmarks.Live;

/// <summary>100 incidents/s and 2,500 positions/s arriving by the clock, latencies from the intended moment.</summary>
internal static class OpenLoop
{
    public const int IncidentsPerSecond = 100;
    private const int PositionsPerSecond = 2_500, Batch = 100;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10), During = TimeSpan.FromSeconds(75);

    public static async Task Run(Report report, LiveCity live, RawJournal.Rate raw, double rawP99)
    {
        var acknowledged = new Percentiles();
        var assigned = new Percentiles();
        var whole = new WholeIncident(live, "open-loop", IncidentSort.Common);
        var patrols = Crossings.Patrols(live);
        var positions = Pace.Run(PositionsPerSecond / Batch, During, (i, _, _) => SendPositions(live, patrols, i));
        await Pace.Run(IncidentsPerSecond, During, async (i, intended, clock) =>
        {
            var id = await whole.Report(new Random((int)i));
            var answered = clock.Elapsed - intended;
            var first = await whole.Ordered(id);
            var sent = clock.Elapsed - intended;
            if (intended > WarmUp)
            {
                acknowledged.Add(answered);
                assigned.Add(sent);
            }

            await whole.Handle(id, first);
        });
        await positions;

        Report.Say($"{acknowledged.Count:N0} samples; acknowledged p50 {acknowledged.At(0.5):N1} ms, assigned p50 {assigned.At(0.5):N1} ms");
        var p99 = acknowledged.At(0.99);
        report.AtMost("ack_p99_ms", p99, "ms", 25);
        if (raw.IsVoid)
            report.Void("ack_over_journal", p99 / rawP99, "ratio", 3, RawJournal.TooSlow);
        else
            report.AtMost("ack_over_journal", p99 / rawP99, "ratio", 3);
        report.AtMost("assigned_p99_ms", assigned.At(0.99), "ms", 100);
    }

    // Each patrol says again where it stands: the cost of a position without the cost of a crossing.
    private static async Task SendPositions(LiveCity live, IReadOnlyList<int> patrols, long turn)
    {
        var now = TimeProvider.System.GetUtcNow();
        var batch = Enumerable.Range(0, Batch).Select(k => patrols[(int)(((turn * Batch) + k) % patrols.Count)])
            .Select(r => live.City.Responders[r]).Select(p => new PositionReport(p.Id.Value, p.Post.Lat, p.Post.Lon, now)).ToList();
        var answer = await live.Responders.ReportPositions(live.Caller, batch);
        if (!answer.IsOk)
            throw new InvalidOperationException(answer.Refusal!.Reason);
    }
}
