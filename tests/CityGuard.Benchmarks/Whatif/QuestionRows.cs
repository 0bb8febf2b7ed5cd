using System.Diagnostics;
using CityGuard.Benchmarks.Reporting;
using CityGuard.Simulation.Reports;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;

namespace CityGuard.Benchmarks.Whatif;

/// <summary>A planner's question at real load: 25,000 calls a day, one week after a day of warm-up, 100 paired replications, two scenarios, on all cores, from the scenario to the figures.</summary>
internal static class QuestionRows
{
    public static void Run(Report report, SimulationCity at)
    {
        var city = at.City;
        var present = new Scenario("present", city.Manifest.Hash);
        var onDuty = PreparedScenario.Make(at, present).Labels.Responders.ToHashSet(); // what is worked out once for a city belongs to its start, not to a question
        var patrols = city.Responders.Where(r => r.Kind == "patrolGroup" && onDuty.Contains(r.Id.Value)).Take(20).Select(r => r.Id.Value).ToArray();
        var moved = present with { Name = "moved", Edits = [new MoveEdit(patrols, city.Cells.Centres[city.Demand.CellShare.IndexOf(city.Demand.CellShare.Max())])] };
        var options = new RunOptions(100);
        var clock = Stopwatch.StartNew();
        var first = new FirstInterval(clock);
        var prepared = PreparedScenario.MakeAll(at, [present, moved]);
        var made = clock.Elapsed.TotalSeconds;
        var played = ScenarioRun.Play(prepared, options, first);
        var answer = AnswerMaker.Make(city, played, options);
        report.AtMost("question_s", clock.Elapsed.TotalSeconds, "s", 60);
        report.AtMost("first_interval_s", first.Seconds, "s", 2);
        report.AtMost("question_mib", Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0, "MiB", 2048);
        var within = answer.Differences[0].Figures[0].Value;
        Report.Say($"prepared in {made:F1} s; within standard {answer.Scenarios[0].Whole.Within.Mean:P2} and {answer.Scenarios[1].Whole.Within.Mean:P2}, difference {within.Mean:P3} +- {within.Half:P3}");
    }

    private sealed class FirstInterval(Stopwatch clock) : IProgress<RunProgress>
    {
        public double Seconds { get; private set; } = double.NaN;

        public void Report(RunProgress value)
        {
            if (double.IsNaN(Seconds) && !double.IsNaN(value.Differences[0].Half))
                Seconds = clock.Elapsed.TotalSeconds;
        }
    }
}
