using CityGuard.Simulation.Optimise;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;
using CityGuard.Simulation.Tests.Engine;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Simulation.Tests.Optimise;

public sealed class PlacementTests
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(1);

    // Small enough that every choice can be tried.
    private static readonly Gen<PlacementProblem> Problems =
        from sites in Gen.Int[3, 9]
        from places in Gen.Int[2, 14]
        from worth in Gen.Double[0.05, 1].Array[sites * places]
        from there in Gen.Double[0, 1].Array[sites * places]
        from weight in Gen.Double[0.1, 5].Array[places]
        from present in Gen.Bool.Array[sites]
        from add in Gen.Int[0, 2]
        from moves in Gen.Int[0, 3]
        from elsewhere in Gen.Int[0, 1].Array[places]
        where present.Count(p => p) + add is var count && count >= 1 && count <= sites
        select new PlacementProblem
        {
            Weight = weight,
            Serves = [.. Enumerable.Range(0, sites).Select(site => Enumerable.Range(0, places).Where(place => there[(site * places) + place] < 0.35)
                .Select(place => new Service(place, worth[(site * places) + place])).ToArray())],
            Present = present,
            Count = present.Count(p => p) + add,
            Moves = moves,
            Elsewhere = elsewhere,
        };

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(0.6)]
    public void A_cover_is_never_above_the_best_and_its_bound_never_below(double busy)
        => Problems.Sample(problem => Holds(problem, p => new CountedCover(p, busy)), iter: 60, threads: 2);

    [Fact]
    public void A_median_is_never_above_the_best_and_its_bound_never_below()
        => Problems.Sample(problem => Holds(problem, p => new NearestCover(p)), iter: 60, threads: 2);

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    public void The_exact_solver_finds_the_best(double busy)
        => Problems.Sample(
            problem =>
            {
                var start = PlacementSearch.Run(problem, p => new CountedCover(p, busy), TimeSpan.FromMilliseconds(5));
                var exact = ExactPlacement.Improve(problem, start, busy, TimeSpan.FromSeconds(10));
                exact.Value.ShouldBe(Best(problem, p => new CountedCover(p, busy)), 1e-6);
                exact.Gap.ShouldBeLessThan(0.02); // levels beyond the fourth are bounded, not counted
            },
            iter: 12, threads: 1);

    [Theory]
    [InlineData(PlacementGoal.Coverage)]
    [InlineData(PlacementGoal.ExpectedCoverage)]
    [InlineData(PlacementGoal.MeanTime)]
    [InlineData(PlacementGoal.WorstDistrict)]
    public void A_suggestion_is_a_scenario_with_its_moves_by_gain(PlacementGoal goal)
    {
        var start = PlayedCity.Scenario();
        var suggestion = PlacementPlanner.Suggest(PlayedCity.Sample, start, new PlacementOrder("patrolGroup", goal, Moves: 4, Add: 2, RingSeconds: 60, Seconds: 1), cancel: TestContext.Current.CancellationToken);
        suggestion.Steps.Count.ShouldBeInRange(2, 6);
        suggestion.Steps.Count(s => s.Who is null).ShouldBe(2);
        suggestion.Steps.Select(s => s.Gain).ShouldBeInOrder(SortDirection.Descending);
        (goal == PlacementGoal.MeanTime ? suggestion.Before - suggestion.After : suggestion.After - suggestion.Before).ShouldBeGreaterThan(0);
        suggestion.Gap.ShouldBeInRange(0, 0.2);
        var played = PlayedCity.Play(suggestion.Scenario);
        played.Busy.Length.ShouldBe(PlayedCity.Play(start).Busy.Length + 2);
    }

    [Fact]
    public void A_race_tells_the_suggestions_apart_by_playing_them()
    {
        var race = SuggestionRace.Run(
            PlayedCity.Sample, PlayedCity.Busy(6), new PlacementOrder("patrolGroup", Add: 6, Seconds: 0.3), new RunOptions(8), cancel: TestContext.Current.CancellationToken);
        race.Played.Count.ShouldBe(race.Suggestions.Count + 1);
        race.Gain.Mean.ShouldBeGreaterThan(0);
        race.Winner.ShouldBeInRange(0, race.Suggestions.Count - 1);
    }

    [Fact]
    public void An_order_that_cannot_be_carried_out_is_refused()
    {
        Paths(new PlacementOrder("emergencyUnit", Add: 1)).ShouldBe(["kind"]);
        Paths(new PlacementOrder("tank", Moves: -1, RingSeconds: 0, BusyFraction: 1, Candidates: ["c-99999"], Seconds: 0)).ShouldBe(["kind", "moves", "ringSeconds", "busyFraction", "seconds", "candidates"]);
        Paths(new PlacementOrder("patrolGroup", Moves: 500)).ShouldBe(["moves"]);

        static string[] Paths(PlacementOrder order)
            => [.. Should.Throw<ScenarioException>(() => PlacementPlanner.Suggest(PlayedCity.Sample, PlayedCity.Scenario(), order)).Problems.Select(p => p.Path)];
    }

    private static void Holds(PlacementProblem problem, Func<PlacementProblem, IWorthOfServing> worth)
    {
        var best = Best(problem, worth);
        var found = PlacementSearch.Run(problem, worth, Budget, enough: 1e-9, time: new StepClock());
        found.Chosen.Count(c => c).ShouldBe(problem.Count);
        Enumerable.Range(0, problem.Sites).Count(s => found.Chosen[s] && problem.Present[s]).ShouldBeGreaterThanOrEqualTo(problem.Kept);
        found.Value.ShouldBe(ValueOf(problem, found.Chosen, worth), 1e-9);
        found.Value.ShouldBeLessThanOrEqualTo(best + 1e-9);
        found.Bound.ShouldBeGreaterThanOrEqualTo(best - 1e-9);
        found.Value.ShouldBeGreaterThanOrEqualTo(best * 0.8);
    }

    private static double Best(PlacementProblem problem, Func<PlacementProblem, IWorthOfServing> worth)
    {
        var best = double.MinValue;
        for (var set = 0; set < 1 << problem.Sites; set++)
        {
            bool[] chosen = [.. Enumerable.Range(0, problem.Sites).Select(s => (set >> s & 1) != 0)];
            if (chosen.Count(c => c) == problem.Count && Enumerable.Range(0, problem.Sites).Count(s => chosen[s] && problem.Present[s]) >= problem.Kept)
                best = Math.Max(best, ValueOf(problem, chosen, worth));
        }

        return best;
    }

    private static double ValueOf(PlacementProblem problem, bool[] chosen, Func<PlacementProblem, IWorthOfServing> worth)
    {
        var value = worth(problem);
        for (var site = 0; site < chosen.Length; site++)
            if (chosen[site])
                value.Add(site);
        return value.Value;
    }

    /// <summary>A clock that goes on by a millisecond whenever it is read: the search ends after as many looks on any machine.</summary>
    private sealed class StepClock : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => 1000;

        public override long GetTimestamp() => _now++;
    }
}
