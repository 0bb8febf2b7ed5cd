using System.Diagnostics;
using CityGuard.Benchmarks.Reporting;
using CityGuard.Simulation.Optimise;
using CityGuard.Simulation.Scenarios;

namespace CityGuard.Benchmarks.Whatif;

/// <summary>300 posts among the candidates of the city, for its 20,000 cells: what the answer may still lack after five seconds.</summary>
internal static class PlacementRows
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(5);

    public static void Run(Report report, SimulationCity at)
    {
        // Nobody present: all 300 are free to be placed, as hard as it gets.
        var everybody = at.City.Responders.Where(r => !at.City.Rules.Kinds.Single(k => k.Id == r.Kind).PremisesOnly).Select(r => r.Id.Value).ToArray();
        var empty = new Scenario("empty", at.City.Manifest.Hash) { Edits = [new RemoveEdit(everybody)] };
        foreach (var (name, goal, goalGap) in new[] { ("placement_gap_pct", PlacementGoal.Coverage, 0.5), ("placement_expected_gap_pct", PlacementGoal.ExpectedCoverage, double.NaN), ("placement_time_gap_pct", PlacementGoal.MeanTime, double.NaN) })
        {
            var order = new PlacementOrder("patrolGroup", goal, Add: 300, RingSeconds: 300);
            var problem = PlacementPlanner.Problem(at, empty, order);
            var clock = Stopwatch.StartNew();
            var found = PlacementSearch.Run(problem, p => goal == PlacementGoal.MeanTime ? new NearestCover(p) : new CountedCover(p, goal == PlacementGoal.Coverage ? 0 : order.BusyFraction), Budget);
            Report.Say($"{goal}: {problem.Sites:N0} sites, {problem.Weight.Length:N0} cells, {problem.Serves.Sum(s => s.Length):N0} services: {found.Value:P3} of at most {found.Bound:P3} in {clock.Elapsed.TotalSeconds:F1} s");
            if (double.IsNaN(goalGap))
                report.Add(name, found.Gap * 100, "%");
            else
                report.AtMost(name, found.Gap * 100, "%", goalGap);
        }
    }
}
