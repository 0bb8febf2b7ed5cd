using Bunit;
using CityGuard.Web.Components.Panels;
using CityGuard.Web.Panels;
using CityGuard.Web.Tests.Fakes;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Components;

public sealed class AreaTreeTests : Room
{
    [Fact]
    public void The_weakest_area_stands_first_and_leads_down()
    {
        string? chosen = null;
        var tree = Tree(Samples.Summary("d-01", [Samples.Summary("s-01-01", met: 99, dark: 1), Samples.Summary("s-01-02", met: 60, dark: 40)]), "d-01", area => chosen = area);
        var rows = tree.FindAll("[data-row]");
        rows.Select(r => r.GetAttribute("data-id")).ShouldBe(["s-01-02", "s-01-01"]);
        rows[0].TextContent.ShouldContain("Second");
        rows[0].QuerySelector(".weak")!.TextContent.ShouldBe("40%");
        rows[0].Click();
        chosen.ShouldBe("s-01-02");
    }

    [Fact]
    public void The_path_leads_back_up()
    {
        string? chosen = null;
        var tree = Tree(Samples.Summary("s-01-01"), "s-01-01", area => chosen = area);
        var steps = tree.FindAll(".path button");
        steps.Select(s => s.TextContent).ShouldBe(["Small City", "East", "First"]);
        steps[2].HasAttribute("disabled").ShouldBeTrue();
        steps[0].Click();
        chosen.ShouldBe("city-small");
    }

    [Fact]
    public void A_sector_shows_its_counts_and_strength()
    {
        string? chosen = null;
        var tree = Tree(Samples.Summary("s-01-01", [Samples.Summary("b-01-01-01")]), "s-01-01", area => chosen = area);
        var tables = tree.FindAll("table");
        tables[0].TextContent.ShouldContain("Met");
        tables[1].QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        tables[1].QuerySelector("tbody tr")!.TextContent.ShouldBe("Patrol group1200118040");
        tree.Find("[data-row]").Click();
        chosen.ShouldBe("b-01-01-01");
    }

    [Fact]
    public void Where_nothing_lies_below_the_figures_are_open()
    {
        Tree(Samples.Summary("b-01-01-01"), "b-01-01-01", _ => { }).Find("[data-testid=area-figures]").HasAttribute("open").ShouldBeTrue();
        Tree(Samples.Summary("s-01-01", [Samples.Summary("b-01-01-01")]), "s-01-01", _ => { }).Find("[data-testid=area-figures]").HasAttribute("open").ShouldBeFalse();
    }

    private IRenderedComponent<AreaTree> Tree(CityGuard.Abstractions.Readiness.ReadinessSummary summary, string area, Action<string> chosen)
        => Render<AreaTree>(p => p.Add(t => t.Picture, AreaPicture.Empty(area) with { Summary = summary }).Add(t => t.Chosen, chosen));
}
