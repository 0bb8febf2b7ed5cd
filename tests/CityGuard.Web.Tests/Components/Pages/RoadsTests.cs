using Bunit;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Roads;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.People;
using CityGuard.Web.Tests.Fakes;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Components.Pages;

public sealed class RoadsTests : Room
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly RoadRestrictionView Bridge = new("r-1", "江湾大桥", null, null, Samples.Now.AddHours(2), Samples.Now.AddMinutes(-5), "Li", "accident", 12),
        Flood = new("r-2", null, [new(113, 23), new(113.01, 23), new(113.01, 23.01)], 3, null, Samples.Now, "Wu", "flood", 40);

    public RoadsTests()
    {
        Users.Scopes = Scope.Read | Scope.Command;
        Users.Role = PersonRole.Commander;
        Fronts.SummaryAnswer = Samples.Summary();
        Fronts.Roads.View = new RoadsView(2, "r-1", [Bridge, Flood]);
    }

    [Fact]
    public void What_is_closed_or_slow_is_listed_with_its_reason_its_end_and_whether_travel_times_have_it()
    {
        var rows = Open().FindAll("[data-testid=restrictions] [data-row]").Select(row => row.TextContent).ToArray();
        rows.Length.ShouldBe(2);
        rows[0].ShouldSatisfyAllConditions(r => r.ShouldContain("江湾大桥"), r => r.ShouldContain("accident"), r => r.ShouldContain("closed"), r => r.ShouldContain("2:00:00"), r => r.ShouldContain("12 stretches"));
        rows[1].ShouldSatisfyAllConditions(r => r.ShouldContain("Roads of an area"), r => r.ShouldContain("× 3"), r => r.ShouldContain("travel times follow"));
    }

    [Fact]
    public void A_street_that_the_city_has_is_closed_for_some_hours_with_a_reason()
    {
        var page = Open();
        page.Find("[data-field=street]").Input("江湾");
        page.FindAll("#streets option").Select(o => o.GetAttribute("value")).ShouldBe(["江湾大桥"]);
        page.Find("[data-testid=restrict] .go").HasAttribute("disabled").ShouldBeTrue();
        page.Find("[data-field=street]").Input("江湾大桥");
        page.Find("[data-field=factor]").Change("2");
        page.Find("[data-field=hours]").Change("4");
        page.Find("[data-testid=restrict]").Submit();
        var said = Fronts.Roads.Said.ShouldHaveSingleItem().ShouldBeOfType<RestrictRoadsCommand>();
        (said.Street, said.Factor, said.Until, said.Why).ShouldBe(("江湾大桥", 2, Samples.Now.AddHours(4), "accident"));
        said.Command.ShouldNotBeNull();
    }

    [Fact]
    public void A_refusal_is_read_in_the_language_of_who_reads()
    {
        Fronts.Roads.Refusal = new Refusal(RefusalCode.Unprocessable, "500 restrictions stand already: lift some first");
        Read("zh-CN");
        var page = Open();
        page.Find("[data-field=street]").Input("东风路");
        page.Find("[data-testid=restrict]").Submit();
        page.WaitForAssertion(() => page.Find("[data-testid=refused]").TextContent.ShouldBe("已有 500 处管制，请先解除一些。"), Patience);
    }

    [Theory]
    [InlineData(PersonRole.Viewer, "city-small")]
    [InlineData(PersonRole.Commander, "d-01")]
    public void Who_does_not_command_the_whole_city_only_reads(PersonRole role, string area)
    {
        (Users.Role, Users.Area) = (role, AreaId.Parse(area));
        var page = Open();
        page.FindAll("[data-testid=restrict]").ShouldBeEmpty();
        page.Find("[data-testid=readonly]").TextContent.ShouldContain("whole city");
        page.FindAll("[data-testid=restrictions] [data-row]").ShouldAllBe(row => row.HasAttribute("disabled"));
    }

    private IRenderedComponent<Web.Components.Pages.Roads> Open()
    {
        var page = Render<Web.Components.Pages.Roads>();
        page.WaitForAssertion(() => page.FindAll("[data-testid=restrictions] [data-row]").Count.ShouldBe(2), Patience);
        return page;
    }
}
