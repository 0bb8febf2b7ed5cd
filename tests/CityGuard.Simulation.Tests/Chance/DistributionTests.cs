using CityGuard.Simulation.Chance;
using Shouldly;
using Xunit;

namespace CityGuard.Simulation.Tests.Chance;

public sealed class DistributionTests
{
    private const int Draws = 400_000;

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.0001, -3.719016485455709)]
    [InlineData(1e-12, -7.034483825301132)]
    public void Normal_quantiles(double p, double z) => Normal.Quantile(p).ShouldBe(z, 1e-9);

    [Theory]
    [InlineData(DistributionShape.Exponential, 0, 1)]
    [InlineData(DistributionShape.Lognormal, 0.7, 0.7)]
    [InlineData(DistributionShape.Constant, 0, 0)]
    public void Mean_and_variation(DistributionShape shape, double cv, double expected)
    {
        var distribution = new Distribution(shape, 600, cv);
        var key = StreamKey.Of(11, 0, 0);
        var values = Enumerable.Range(0, Draws).Select(i => distribution.Quantile(key.Uniform(i))).ToArray();
        var mean = values.Average();
        mean.ShouldBe(600, 4 * 600 * Math.Max(1e-9, expected) / Math.Sqrt(Draws) * 1.5);
        (Math.Sqrt(values.Average(v => (v - mean) * (v - mean))) / mean).ShouldBe(expected, 0.02);
    }

    [Fact]
    public void Records_come_back_as_they_were()
    {
        var records = Enumerable.Range(0, 101).Select(i => 10.0 * i).ToArray();
        var distribution = Distribution.Of(records);
        distribution.Quantile(0.25).ShouldBe(250, 1e-9);
        distribution.WithMean(1000).Quantile(0.25).ShouldBe(500, 1e-9);
    }

    [Fact]
    public void The_ziggurat_draws_exponentials()
    {
        var random = new Xoshiro256(StreamKey.Of(5, 0, 0));
        var values = new double[Draws];
        for (var i = 0; i < Draws; i++)
            values[i] = ExponentialDraw.Next(ref random);
        values.Average().ShouldBe(1, 0.01);
        foreach (var x in (double[])[0.01, 0.5, 1, 3, 8])
            values.Average(v => v > x ? 1.0 : 0).ShouldBe(Math.Exp(-x), 4 * Math.Sqrt(Math.Exp(-x) / Draws));
    }

    [Fact]
    public void The_alias_table_keeps_to_its_weights()
    {
        var table = new AliasTable([1, 0, 7, 2]);
        var key = StreamKey.Of(3, 0, 0);
        var counts = new int[4];
        for (var i = 0; i < Draws; i++)
            counts[table.Pick(key.Bits(i))]++;
        counts[1].ShouldBe(0);
        (counts[0] / (double)Draws).ShouldBe(0.1, 0.003);
        (counts[2] / (double)Draws).ShouldBe(0.7, 0.004);
    }
}
