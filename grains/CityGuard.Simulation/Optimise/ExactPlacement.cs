using Google.OrTools.LinearSolver;

namespace CityGuard.Simulation.Optimise;

/// <summary>Goes on with a mixed-integer solver (HiGHS) from the search's answer: the optimum where it can be proven in time, else a tighter bound.</summary>
internal static class ExactPlacement
{
    private const int Levels = 4;

    public static Placement Improve(PlacementProblem problem, Placement found, double busy, TimeSpan budget)
    {
        using var solver = Solver.CreateSolver("HIGHS") ?? throw new InvalidOperationException("The exact solver is not part of this build.");
        var sites = solver.MakeBoolVarArray(problem.Sites);
        var (count, kept) = (solver.MakeConstraint(problem.Count, problem.Count), solver.MakeConstraint(problem.Kept, double.PositiveInfinity));
        for (var site = 0; site < problem.Sites; site++)
        {
            count.SetCoefficient(sites[site], 1);
            if (problem.Present[site])
                kept.SetCoefficient(sites[site], 1);
        }

        var objective = solver.Objective();
        objective.SetMaximization();
        objective.SetOffset(Fixed(problem, busy));
        foreach (var alike in Alike(problem))
        {
            var from = alike.Key.Elsewhere;
            var covered = solver.MakeConstraint(double.NegativeInfinity, 0);
            foreach (var site in alike.Key.Sites)
                covered.SetCoefficient(sites[site], -1);
            var weight = alike.Sum(place => problem.Weight[place]);
            for (var level = from; level < from + Math.Min(Levels, alike.Key.Sites.Length); level++)
            {
                // The last level stands for all after it, so that what the solver says is a bound.
                var worth = level < from + Levels - 1 ? (1 - busy) * Math.Pow(busy, level) : Math.Pow(busy, level);
                if (worth <= 0)
                    break;
                var y = solver.MakeNumVar(0, 1, "");
                covered.SetCoefficient(y, 1);
                objective.SetCoefficient(y, weight * worth);
            }
        }


        solver.SuppressOutput();
        solver.SetTimeLimit((long)budget.TotalMilliseconds);
        var status = solver.Solve();
        if (status is not (Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.FEASIBLE))
            return found;
        bool[] chosen = [.. sites.Select(s => s.SolutionValue() > 0.5)];
        var worthOf = new CountedCover(problem, busy);
        for (var site = 0; site < chosen.Length; site++)
            if (chosen[site])
                worthOf.Add(site);
        var bound = Math.Min(found.Bound, objective.BestBound());
        return worthOf.Value > found.Value ? new Placement(chosen, worthOf.Value, Math.Max(worthOf.Value, bound)) : found with { Bound = Math.Max(found.Value, bound) };
    }

    private static double Fixed(PlacementProblem problem, double busy)
        => problem.Elsewhere is { } elsewhere ? problem.Weight.Zip(elsewhere).Sum(p => p.First * (1 - Math.Pow(busy, p.Second))) : 0;

    /// <summary>Places that the same sites serve are one row.</summary>
    private static IEnumerable<IGrouping<RowKey, int>> Alike(PlacementProblem problem)
    {
        var sitesOf = problem.Weight.Select(_ => new List<int>()).ToArray();
        for (var site = 0; site < problem.Sites; site++)
            foreach (var service in problem.Serves[site])
                sitesOf[service.Place].Add(site);
        return Enumerable.Range(0, sitesOf.Length).Where(place => sitesOf[place].Count > 0 && problem.Weight[place] > 0)
            .GroupBy(place => new RowKey([.. sitesOf[place]], problem.Elsewhere?[place] ?? 0));
    }

    private sealed class RowKey(int[] sites, int elsewhere) : IEquatable<RowKey>
    {
        public int[] Sites { get; } = sites;

        public int Elsewhere { get; } = elsewhere;

        public bool Equals(RowKey? other) => other is not null && other.Elsewhere == Elsewhere && other.Sites.AsSpan().SequenceEqual(Sites);

        public override bool Equals(object? obj) => Equals(obj as RowKey);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.Add(Elsewhere);
            foreach (var site in Sites)
                hash.Add(site);
            return hash.ToHashCode();
        }
    }
}
