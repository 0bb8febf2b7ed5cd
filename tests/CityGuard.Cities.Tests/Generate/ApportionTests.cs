using CityGuard.Cities.Generate;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Generate;

public sealed class ApportionTests
{
    [Fact]
    public void Parts_add_to_the_total_and_none_is_below_the_least()
        => Gen.Select(Gen.Double[0, 100].Array[1, 40], Gen.Int[0, 2], Gen.Int[0, 500]).Sample((weights, least, more) =>
        {
            var total = (least * weights.Length) + (weights.Sum() > 0 ? more : 0);
            var counts = Apportion.By(weights, total, least);
            counts.Sum().ShouldBe(total);
            counts.ShouldAllBe(c => c >= least);
        });
}
