using System.Diagnostics;
using CityGuard.Benchmarks.Reporting;
using CityGuard.Simulation.Chance;
using CityGuard.Simulation.Demand;
using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;

namespace CityGuard.Benchmarks.Whatif;

/// <summary>
/// The Guangzhou-sized city on one core: whole weeks of 25,000 calls a day under its own plans, with those who drive back dispatchable. Making the incidents and
/// counting them are part of it. Beside it a scan of everybody for each role, on a day of the same city.
/// </summary>
internal static class CityRows
{
    private const int Nights = 10;
    private const double LeastBrute = 0.06;

    public static void Run(Report report, SimulationCity at)
    {
        var (ours, tally) = PerSecond(at, 7, Nights, brute: false);
        Report.Say($"queued {tally.Queued}, looked for farther {tally.Escalated}, within standard {(double)tally.Count(Dimension.All, 0, Metric.Within) / tally.Count(Dimension.All, 0, Metric.Incidents):P1}");
        var (brute, _) = PerSecond(at, 1, 1, brute: true);
        report.AtLeast("city_incidents_per_s", ours, "M/s", 3);
        report.Add("city_brute_per_s", brute, "M/s");
        if (brute < LeastBrute)
            report.Void("city_vs_brute", ours / brute, "times", 40, $"the scan made {brute:F3} M/s, below {LeastBrute}");
        else
            report.AtLeast("city_vs_brute", ours / brute, "times", 40);
    }

    private static (double MillionsPerSecond, Tally Tally) PerSecond(SimulationCity at, double days, int nights, bool brute)
    {
        var prepared = PreparedScenario.Make(at, new Scenario("rate", at.City.Manifest.Hash) { Time = new ScenarioTime(0, days, 0) });
        var night = new Replication(prepared.World, 0, prepared.Time.Horizon) { ScansRows = brute };
        var (tape, tally, incidents) = (new IncidentTape(), new Tally(prepared.Shape), 0L);
        // Warm: the same nights once, so that code is compiled and rows that are kept are there.
        for (var replication = 0; replication < Math.Min(nights, 3); replication++)
            Play(replication);
        incidents = 0;
        var clock = Stopwatch.StartNew();
        for (var replication = 0; replication < nights; replication++)
            Play(replication);
        return (incidents / clock.Elapsed.TotalSeconds / 1e6, tally);

        void Play(int replication)
        {
            prepared.Demand.Write(tape, 1, replication);
            night.Run(tape, tally, StreamKey.Of(1, replication, -2));
            incidents += tape.Count;
        }
    }
}
