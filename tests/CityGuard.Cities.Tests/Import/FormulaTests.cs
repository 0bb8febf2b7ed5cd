using CityGuard.Cities.Import;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Import;

public sealed class FormulaTests
{
    [Theory]
    [InlineData("Exponential(7.6/60/24)", 7.6 / 1440)]
    [InlineData("Exponential(1/(18.8*24))", 1 / (18.8 * 24))]
    [InlineData("Normal(50/60/60/24, 0)", 50 / 86400.0)]
    [InlineData(" Bernoulli( 0.85 ) ", 0.85)]
    [InlineData("Exponential(1+2*3-4)", 3)]
    public void The_mean_of_a_known_distribution_is_read(string text, double mean)
    {
        Formula.TryMean(text, out var read).ShouldBeTrue();
        read.ShouldBe(mean, tolerance: 1e-12);
    }

    [Theory]
    [InlineData("Weibull(2, 3)")]
    [InlineData("Exponential(1/0)")]
    [InlineData("Exponential(2 3)")]
    [InlineData("Exponential((1)")]
    [InlineData("Exponential()")]
    [InlineData("Exponential(-1)")]
    [InlineData("7.6")]
    [InlineData("")]
    public void Anything_else_is_refused(string text) => Formula.TryMean(text, out _).ShouldBeFalse();
}
