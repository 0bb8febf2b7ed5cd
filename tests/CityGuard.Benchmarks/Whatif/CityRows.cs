using System.Diagnostics;
using CityGuard.Benchmarks.Reporting;
using CityGuard.Simulation.Chance;
using CityGuard.Simulation.Demand;
using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;

namespace CityGuard.Benchmarks.Whatif;

/// <summary>The Guangzhou-sized city on one core: whole weeks of 25,000 calls a day, with those who drive back dispatchable. Making the incidents counts too.</summary>
internal static class CityRows
{
    private const int Nights = 6;

    public static void Run(Report report, SimulationCity at)
    {
        var scenario = new Scenario("rate", at.City.Manifest.Hash) { Time = new ScenarioTime(0, 7, 0) };
        var making = Stopwatch.StartNew();
        var prepared = PreparedScenario.Make(at, scenario);
        Report.Say($"prepared in {making.Elapsed.TotalSeconds:F1} s; posts by role {string.Join(", ", prepared.World.PostsFor.Select((p, r) => $"{p.Length} ({prepared.World.Requirements[r].Kinds:x})"))}; {prepared.World.Units.Length} units");
        var night = new Replication(prepared.World, 0, prepared.Time.Horizon);
        var tape = new IncidentTape();
        var tally = new Tally(prepared.Shape);
        long incidents = 0, events = 0;
        for (var replication = 0; replication < 2; replication++)
            Play(replication);
        (incidents, events) = (0, 0);
        var clock = Stopwatch.StartNew();
        for (var replication = 0; replication < Nights; replication++)
            Play(replication);
        var seconds = clock.Elapsed.TotalSeconds;
        clock.Restart();
        for (var replication = 0; replication < Nights; replication++)
            prepared.Demand.Write(tape, 1, replication);
        Report.Say($"{incidents / Nights:N0} incidents a night, {(double)events / incidents:F2} events each, tape alone {clock.Elapsed.TotalSeconds / seconds:P0}; queued {tally.Queued}, escalated {tally.Escalated}, within {(double)tally.Count(Dimension.All, 0, Metric.Within) / tally.Count(Dimension.All, 0, Metric.Incidents):P1}");
        report.AtLeast("city_incidents_per_s", incidents / seconds / 1e6, "M/s", 3);

        void Play(int replication)
        {
            prepared.Demand.Write(tape, 1, replication);
            night.Run(tape, tally, StreamKey.Of(1, replication, -2));
            incidents += tape.Count;
            events += tally.Events;
        }
    }
}
