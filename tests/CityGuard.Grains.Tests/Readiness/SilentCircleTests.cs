using CityGuard.Domain.Readiness;
using CityGuard.Grains.Readiness;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Readiness;

public sealed class SilentCircleTests
{
    [Fact]
    public void A_place_of_a_silent_board_is_unknown_under_the_standard_that_it_keeps_now()
    {
        var school = Enumerable.Range(0, TestCity.City.Targets.Length).First(t => TestCity.City.Targets[t].Trade == "school"
            && TestCity.Index.TargetCell.Count(c => c == TestCity.Index.TargetCell[t]) == 1);
        var cell = TestCity.Index.TargetCell[school];
        var (open, closed) = (SilentCircle.OfCell(TestCity.Index, cell, TestCity.MondayMorning), SilentCircle.OfCell(TestCity.Index, cell, TestCity.MondayNight));
        open.Level.ShouldBe(ReadinessLevel.Unknown);
        open.Standard.Id.ShouldBe(TestCity.City.Targets[school].Standard);
        open.Because.ShouldBe(TestCity.City.Targets[school].Id);
        closed.Standard.Id.ShouldBe(TestCity.City.Cells.Standard[cell]);
        closed.Because.ShouldBeNull();

        var target = SilentCircle.OfTarget(TestCity.Index, school, TestCity.MondayMorning);
        (target.Level, target.Standard.Id, target.Reachers.Count).ShouldBe((ReadinessLevel.Unknown, TestCity.City.Targets[school].Standard, 0));
    }
}
