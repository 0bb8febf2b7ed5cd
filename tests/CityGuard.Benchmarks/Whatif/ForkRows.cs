using System.Diagnostics;
using CityGuard.Abstractions.Scenarios;
using CityGuard.Benchmarks.Live;
using CityGuard.Benchmarks.Reporting;
using CityGuard.Cities;
using CityGuard.Domain.Scenarios;

namespace CityGuard.Benchmarks.Whatif;

/// <summary>
/// The living city, its field playing, is forked into a scenario; then reports arrive by the clock, first with nothing else to do and again while a
/// planner's question of two scenarios is played beside them.
/// </summary>
internal static class ForkRows
{
    private const int Forks = 10, IncidentsPerSecond = 20;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10), During = TimeSpan.FromSeconds(60);

    public static async Task Run(Report report, CityModel city)
    {
        var folder = Directory.CreateTempSubdirectory("cityguard-fork").FullName;
        try
        {
            await using var live = await LiveCity.Start(city, folder, field: true);
            var scenarios = live.Grains.GetGrain<IScenarioFront>(0);
            var text = await Fork(report, live, scenarios);
            var quiet = await Acknowledged(live, "quiet");
            var saved = (await scenarios.Save(live.Caller, new SaveScenarioCommand(text))).Value ?? throw new InvalidOperationException("the fork was not saved");
            var question = new RunQuestion([new ScenarioRef(saved.Line.Id, 1), new ScenarioRef(saved.Line.Id, 1)], false, 2000, 1, 0.95, null);
            var run = (await scenarios.Ask(live.Caller, new AskRunCommand(question))).Value ?? throw new InvalidOperationException("the question was refused");
            while ((await scenarios.Run(live.Caller, run.Id)).Value is { Phase: RunPhase.Preparing })
                await Task.Delay(100);
            var busy = await Acknowledged(live, "busy");
            var after = (await scenarios.Run(live.Caller, run.Id)).Value!;
            if (after.Phase != RunPhase.Playing)
                throw new InvalidOperationException($"the run was {after.Phase} before the reports were over: the row would mean nothing");
            await scenarios.Cancel(live.Caller, run.Id);
            Report.Say($"{after.Counted} nights of two scenarios were played meanwhile");
            report.Add("ack_quiet_p99_ms", quiet, "ms");
            report.Add("ack_busy_p99_ms", busy, "ms");
            report.AtMost("ack_slowdown", busy / quiet, "ratio", 2);
            live.EnsureWatched();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> Fork(Report report, LiveCity live, IScenarioFront scenarios)
    {
        var (taken, text) = (new List<double>(), "");
        for (var fork = 0; fork < Forks; fork++)
        {
            var clock = Stopwatch.StartNew();
            var answer = await scenarios.Fork(live.Caller, $"fork {fork}");
            text = answer.Value ?? throw new InvalidOperationException(answer.Refusal!.Reason);
            taken.Add(clock.Elapsed.TotalSeconds);
        }

        report.Add("fork_median_s", taken.Order().ElementAt(Forks / 2), "s");
        report.AtMost("fork_s", taken.Max(), "s", 1);
        Report.Say($"a fork is a text of {text.Length / 1024.0 / 1024.0:F1} MiB");
        return text;
    }

    /// <summary>99th percentile of the acknowledgement, from the intended moment, milliseconds.</summary>
    private static async Task<double> Acknowledged(LiveCity live, string source)
    {
        var acknowledged = new Percentiles();
        var whole = new WholeIncident(live, $"fork-{source}", IncidentSort.Common);
        await Pace.Run(IncidentsPerSecond, During, async (i, intended, clock) =>
        {
            var id = await whole.Report(new Random((int)i));
            if (intended > WarmUp)
                acknowledged.Add(clock.Elapsed - intended);
            await whole.Handle(id, await whole.Ordered(id));
        });
        Report.Say($"{source}: {acknowledged.Count:N0} samples, acknowledged p50 {acknowledged.At(0.5):N1} ms, p99 {acknowledged.At(0.99):N1} ms");
        return acknowledged.At(0.99);
    }
}
