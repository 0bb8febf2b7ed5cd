using CityGuard.Simulation.Statistics;
using Shouldly;
using Xunit;

namespace CityGuard.Simulation.Tests.Statistics;

public sealed class EstimateTests
{
    // Tables of the t distribution, two-sided.
    [Theory]
    [InlineData(0.95, 1, 12.7062)]
    [InlineData(0.95, 9, 2.2622)]
    [InlineData(0.95, 39, 2.0227)]
    [InlineData(0.99, 29, 2.7564)]
    [InlineData(0.99, 4, 4.6041)]
    [InlineData(0.90, 1000, 1.6464)]
    public void T(double level, int freedom, double t) => StudentT.TwoSided(level, freedom).ShouldBe(t, 5e-5);

    [Fact]
    public void Mean_and_half_width()
    {
        var estimate = Estimate.Of([2, 4, 4, 4, 5, 5, 7, 9], 0.95);
        estimate.Mean.ShouldBe(5);
        estimate.Half.ShouldBe(2.3646 * Math.Sqrt(32.0 / 7 / 8), 1e-4);
    }

    [Fact]
    public void What_has_no_value_is_left_out_and_one_value_says_nothing_of_its_spread()
    {
        Estimate.Of([double.NaN, 3, 5], 0.95).ShouldSatisfyAllConditions(e => e.Mean.ShouldBe(4), e => e.Count.ShouldBe(2));
        Estimate.Of([3], 0.95).Half.ShouldBe(double.NaN);
        Estimate.Of([], 0.95).Mean.ShouldBe(double.NaN);
    }

    [Fact]
    public void Pairs_take_out_what_both_share()
    {
        double[] a = [10, 50, 90, 30], b = [11, 51, 91, 31];
        Estimate.Paired(b, a, 0.95).ShouldBe(new Estimate(1, 0, 4));
    }

    [Fact]
    public void Several_intervals_hold_together() => Estimate.Corrected(0.95, 5).ShouldBe(0.99, 1e-12);

    [Fact]
    public void Quantile_of_whole_seconds()
    {
        int[] bySecond = [0, 10, 0, 10];
        Outcome.Quantile(bySecond, 0.5).ShouldBe(1);
        Outcome.Quantile(bySecond, 0.95).ShouldBe(2.9, 1e-9);
        Outcome.Quantile([10, 0], 0.9).ShouldBe(0);
        Outcome.Quantile([0, 0], 0.5).ShouldBe(double.NaN);
    }
}
