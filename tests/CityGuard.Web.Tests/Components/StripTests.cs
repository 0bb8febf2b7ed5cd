using Bunit;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Duty;
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
        var strip = Render<Strip>(p => p.Add(s => s.Summary, Samples.Summary() with { OldestData = Samples.Now.AddSeconds(-130) }));
        strip.Find("[data-figure=late]").ClassList.ShouldContain("alarm");
        strip.Find("[data-figure=age]").ClassList.ShouldContain("alarm");
        strip.Render(p => p.Add(s => s.Summary, Samples.Summary(late: 0)));
        strip.FindAll(".alarm").ShouldBeEmpty();
    }

    [Fact]
    public void Where_nobody_counts_by_a_position_there_is_no_age_to_tell()
    {
        var strip = Render<Strip>(p => p.Add(s => s.Summary, Samples.Summary(late: 0) with { OldestData = null }));
        strip.Find("[data-figure=age] .value").TextContent.ShouldBe("–");
        strip.FindAll(".alarm").ShouldBeEmpty();
    }

    [Fact]
    public void The_kind_that_is_shortest_of_its_plan_is_named_because_a_sum_hides_it()
    {
        var shortOfOne = Samples.Summary() with { Strength = [new("patrolGroup", 100, 130, 0), new("emergencyUnit", 30, 20, 0)] };
        var strip = Render<Strip>(p => p.Add(s => s.Summary, shortOfOne));
        strip.Find("[data-figure=strength] .value").TextContent.ShouldBe("130/ 150");
        strip.Find("[data-field=short]").TextContent.ShouldBe("Emergency unit 30/20");
        strip.Render(p => p.Add(s => s.Summary, shortOfOne with { Strength = [new("patrolGroup", 100, 100, 0)] }));
        strip.FindAll("[data-field=short]").ShouldBeEmpty();
    }

    [Fact]
    public void Those_of_whom_nothing_is_heard_are_neither_there_nor_missing()
    {
        var starting = Samples.Summary() with { Strength = [new("patrolGroup", 100, 60, 0, 40)] };
        var strip = Render<Strip>(p => p.Add(s => s.Summary, starting));
        strip.Find("[data-field=unheard]").TextContent.ShouldBe("+40?");
        strip.FindAll("[data-field=short]").ShouldBeEmpty();
        strip.Render(p => p.Add(s => s.Summary, starting with { Strength = [new("patrolGroup", 100, 60, 0, 39)] }));
        strip.FindAll("[data-field=short]").ShouldHaveSingleItem();
    }

    [Fact]
    public void The_duty_level_stands_there_with_its_scenario_and_what_nobody_has_acknowledged()
    {
        var order = new DutyOrder(AreaId.Parse("d-01"), 1, "1", "a fair", Samples.Now, Samples.Now.AddHours(2), "Li", "crowds");
        var strip = Render<Strip>(p => p.Add(s => s.Summary, Samples.Summary() with { Duty = new DutyInForce("1", 1, order, 1), OwedReceipts = 3 }));
        strip.Find("[data-figure=duty] .value").TextContent.ShouldBe("Level 1until 15:06 · a fair");
        strip.Find("[data-figure=duty] [data-field=owed]").TextContent.ShouldBe("3 not acknowledged");
        strip.Find("[data-figure=duty]").GetAttribute("title").ShouldNotBeNull().ShouldContain("East, Li: crowds");
        strip.Render(p => p.Add(s => s.Summary, Samples.Summary() with { Duty = new DutyInForce("normal", 0, null, 0) }));
        strip.Find("[data-figure=duty] .value").TextContent.ShouldBe("Normal");
        strip.FindAll("[data-field=owed]").ShouldBeEmpty();
    }

    [Fact]
    public void Sectors_that_do_not_answer_are_an_alarm_with_their_names()
    {
        var strip = Render<Strip>(p => p.Add(s => s.Summary, Samples.Summary() with { SilentSectors = [AreaId.Parse("s-01-01"), AreaId.Parse("s-01-02")] }));
        var silent = strip.Find("[data-figure=silent]");
        silent.ClassList.ShouldContain("alarm");
        silent.QuerySelector(".value")!.TextContent.ShouldBe("2");
        silent.GetAttribute("title").ShouldBe("First\nSecond");
        strip.Render(p => p.Add(s => s.Summary, Samples.Summary()));
        strip.FindAll("[data-figure=silent]").ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.0004, "<0.1")]
    [InlineData(0.034, "3.4")]
    [InlineData(0.873, "87")]
    [InlineData(1, "100")]
    public void A_small_part_is_never_told_as_nothing(double share, string told) => Shares.Percent(share).ShouldBe(told);
}
