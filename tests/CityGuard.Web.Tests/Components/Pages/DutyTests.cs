using Bunit;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Duty;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Duty;
using CityGuard.Domain.People;
using CityGuard.Web.Components.Pages;
using CityGuard.Web.Tests.Fakes;
using MudBlazor;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Components.Pages;

public sealed class DutyTests : Room
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly DutyOrder Fair = new(AreaId.Parse("d-01"), 3, "1", "a fair", Samples.Now.AddHours(-1), Samples.Now.AddHours(2), "Li", "crowds");
    private static readonly DutyInForce InForce = new("1", 1, Fair, 3);
    private static readonly DutyMeasures High = new SmallCity().City.Duty[1];

    public DutyTests()
    {
        Users.Scopes = Scope.Read | Scope.Command;
        Users.Role = PersonRole.Commander;
        Fronts.SummaryAnswer = Samples.Summary();
        Fronts.Duty.View = new DutyView(AreaId.Parse("d-01"), InForce, High, [Fair],
        [
            new SectorDuty(AreaId.Parse("s-01-01"), InForce, [new(DutyMeasure.Strength, "Zhao", Samples.Now), new(DutyMeasure.Circles, null, null), new(DutyMeasure.SignIn, null, null)]),
            new SectorDuty(AreaId.Parse("s-01-02"), InForce, [new(DutyMeasure.Strength, "Qian", Samples.Now), new(DutyMeasure.Circles, "Qian", Samples.Now), new(DutyMeasure.SignIn, "Qian", Samples.Now)]),
        ]);
    }

    [Fact]
    public void The_level_its_measures_and_who_has_not_acknowledged_them_are_seen_with_planned_and_actual_strength()
    {
        var page = Open();
        page.Find("[data-testid=duty-head] h2").TextContent.ShouldContain("Level 1");
        page.Find("[data-testid=duty-head]").TextContent.ShouldContain("2:00:00");
        page.FindAll("[data-testid=duty-head] dd[data-measure]").Select(dd => dd.TextContent).ShouldBe(["Patrol group 100%", "× 0.7: circle-5", "every 2:00:00"]);
        page.Find("[data-field=owed]").TextContent.ShouldBe("2 not acknowledged");
        page.FindAll("[data-id=s-01-01] .receipt").Select(r => r.TextContent).ShouldBe(["✓ Strength out · Zhao", "Circles", "Sign-in"]);
        page.WaitForAssertion(() => page.Find("[data-testid=strength] tbody td").TextContent.ShouldBe("1200"), Patience);
        page.Find("[data-testid=orders] time").TextContent.ShouldBe("2:00:00");
    }

    [Fact]
    public void Whoever_is_not_the_one_who_ordered_acknowledges_what_is_open_and_reads_a_refusal_in_his_language()
    {
        Fronts.Duty.Refusal = new Refusal(RefusalCode.Conflict, "Zhao has acknowledged circles at 2026-03-04T05:06:08.0000000+00:00");
        Read("zh-CN");
        var page = Open();
        page.FindAll("[data-action=Acknowledge]").ShouldHaveSingleItem().Click();
        var (sector, said) = Fronts.Duty.Said.ShouldHaveSingleItem();
        sector.ShouldBe("s-01-01");
        said.ShouldBeOfType<AcknowledgeDutyCommand>().ShouldSatisfyAllConditions(c => c.Area.ShouldBe(Fair.Area), c => c.Order.ShouldBe(3), c => c.Measures.ShouldBeNull(), c => c.Command.ShouldNotBeNull());
        page.WaitForAssertion(() => page.Find("[data-testid=refused]").TextContent.ShouldBe("Zhao 已于 13:06:08 确认快反圈"), Patience);
    }

    [Fact]
    public void Whoever_ordered_it_does_not_acknowledge_it()
    {
        Fronts.Duty.View = Fronts.Duty.View! with { Sectors = [.. Fronts.Duty.View.Sectors.Select(s => s with { Duty = InForce with { Order = Fair with { By = "wang" } } })] };
        Open().FindAll("[data-action=Acknowledge]").ShouldBeEmpty();
    }

    [Fact]
    public void A_level_is_ordered_for_a_time_with_its_measures_before_ones_eyes()
    {
        var page = Open();
        page.FindAll("[data-testid=order] [data-field=level] option").Select(o => o.TextContent).ShouldBe(["Level 1"]);
        page.Find("[data-testid=order] [data-measure=SignIn]").TextContent.ShouldBe("every 2:00:00");
        page.Find("[data-testid=order] [data-field=hours]").Change("24");
        page.Find("[data-testid=order]").Submit();
        var (area, said) = Fronts.Duty.Said.ShouldHaveSingleItem();
        area.ShouldBe("city-small");
        said.ShouldBeOfType<DutyCommand>().ShouldSatisfyAllConditions(
            c => c.Level.ShouldBe("1"), c => c.Scenario.ShouldBe("major event"), c => c.From.ShouldBeNull(), c => c.Until.ShouldBe(Samples.Now.AddHours(24)), c => c.Why.ShouldBe("by order of the city"));
    }

    [Fact]
    public async Task An_order_is_ended_with_a_reason()
    {
        var dialogs = Render<MudDialogProvider>();
        var page = Open();
        page.Find("[data-testid=orders] [data-row]").Click();
        page.Find("[data-action=End]").Click();
        dialogs.WaitForAssertion(() => dialogs.Find("input").GetAttribute("value").ShouldBe("it is over"), Patience);
        await dialogs.Find("input").KeyDownAsync("Enter");
        page.WaitForAssertion(() => Fronts.Duty.Said.ShouldHaveSingleItem(), Patience);
        Fronts.Duty.Said[0].Area.ShouldBe("d-01");
        Fronts.Duty.Said[0].Said.ShouldBeOfType<EndDutyCommand>().ShouldSatisfyAllConditions(c => c.Order.ShouldBe(3), c => c.Why.ShouldBe("it is over"));
    }

    [Fact]
    public void Stations_that_do_not_answer_are_told_and_never_taken_for_done()
    {
        Fronts.Duty.View = Fronts.Duty.View! with { Sectors = [Fronts.Duty.View.Sectors[1]] };
        Open().Find("[data-field=silent]").TextContent.ShouldContain("1 stations do not answer");
    }

    [Theory]
    [InlineData(PersonRole.Dispatcher, 1)]
    [InlineData(PersonRole.Viewer, 0)]
    public void Who_commands_no_area_orders_nothing_and_a_viewer_only_looks(PersonRole role, int acknowledges)
    {
        (Users.Role, Users.Scopes) = (role, role == PersonRole.Viewer ? Scope.Read : Scope.Read | Scope.Command);
        var page = Open();
        page.Find("[data-testid=readonly]");
        page.FindAll("[data-testid=order]").ShouldBeEmpty();
        page.FindAll("[data-action=Acknowledge]").Count.ShouldBe(acknowledges);
        page.Find("[data-testid=orders] [data-row]").Click();
        page.FindAll("[data-action=End]").ShouldBeEmpty();
    }

    private IRenderedComponent<Duty> Open()
    {
        var page = Render<Duty>();
        page.WaitForAssertion(() => page.Find("[data-testid=duty-head]"), Patience);
        return page;
    }
}
