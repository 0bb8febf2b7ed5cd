using Bunit;
using CityGuard.Web.Components.Panels;
using CityGuard.Web.Tests.Fakes;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Components;

public sealed class StripTests : Room
{
    [Fact]
    public void Figures_are_those_of_the_summary()
    {
        var strip = Render<Strip>(p => p.Add(s => s.Summary, Samples.Summary()));
        Value("[data-level=Met]").ShouldBe("90%");
        Value("[data-level=Dark]").ShouldBe("10%");
        Value("[data-level=Unknown]").ShouldBe("0%");
        Value("[data-figure=open]").ShouldBe("7");
        Value("[data-figure=late]").ShouldBe("1");
        Value("[data-figure=strength]").ShouldBe("1,500/ 1,470");
        Value("[data-figure=busy]").ShouldBe("42");
        Value("[data-figure=age]").ShouldBe("2 s");

        string Value(string figure) => strip.Find($"{figure} .value").TextContent;
    }

    [Fact]
    public void What_is_not_known_is_not_zero()
        => Render<Strip>(p => p.Add(s => s.Summary, null)).FindAll(".value").ShouldAllBe(v => v.TextContent.StartsWith('–'));

    [Fact]
    public void Late_incidents_and_old_data_stand_out()
    {
        var strip = Render<Strip>(p => p.Add(s => s.Summary, Samples.Summary() with { OldestData = Samples.Now.AddSeconds(-40) }));
        strip.Find("[data-figure=late]").ClassList.ShouldContain("alarm");
        strip.Find("[data-figure=age]").ClassList.ShouldContain("alarm");
        strip.Render(p => p.Add(s => s.Summary, Samples.Summary(late: 0)));
        strip.FindAll(".alarm").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.0004, "<0.1")]
    [InlineData(0.034, "3.4")]
    [InlineData(0.873, "87")]
    [InlineData(1, "100")]
    public void A_small_part_is_never_told_as_nothing(double share, string told) => Shares.Percent(share).ShouldBe(told);
}
