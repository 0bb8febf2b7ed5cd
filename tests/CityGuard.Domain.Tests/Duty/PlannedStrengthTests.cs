using CityGuard.Domain.Areas;
using CityGuard.Domain.Duty;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Duty;

public sealed class PlannedStrengthTests
{
    private static readonly DutyMeasures Level =
        new("3", new BilingualName("三级", "level 3"), new Dictionary<string, double> { ["patrol"] = 0.7, ["special"] = 0 });

    [Theory]
    [InlineData("patrol", 10, 7)]
    [InlineData("patrol", 11, 8)]
    [InlineData("special", 4, 0)]
    [InlineData("unit", 5, 5)]
    public void A_share_is_rounded_up_and_an_unnamed_kind_is_out_in_full(string kind, int posted, int planned)
        => PlannedStrength.Of(Level, kind, posted).ShouldBe(planned);
}
