using Bunit;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Readiness;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Targets;
using CityGuard.Web.Components.Panels;
using CityGuard.Web.Panels;
using CityGuard.Web.Tests.Fakes;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Components;

public sealed class ListTests : Room
{
    [Fact]
    public void Incidents_stand_in_the_order_in_which_the_front_cut_the_list()
    {
        IncidentLine[] lines = [Samples.Line('b', IncidentSeverity.Low, 900, late: true), Samples.Line('a', IncidentSeverity.Low, 10), Samples.Line('c', IncidentSeverity.Critical, 20)];
        var list = Render<IncidentList>(p => p.Add(l => l.Incidents, lines));
        list.FindAll("[data-row]").Select(r => r.GetAttribute("data-id")![2]).ShouldBe("bac".ToCharArray());
    }

    [Theory]
    [InlineData(370, "1 of 370")]
    [InlineData(1, "1")]
    [InlineData(0, "1")]
    [InlineData(null, "1")]
    public void A_list_that_was_cut_says_of_how_many(int? total, string told)
        => Render<IncidentList>(p => p.Add(l => l.Incidents, [Samples.Line('a', IncidentSeverity.Low, 10)]).Add(l => l.Total, total)).Find("[data-field=count]").TextContent.ShouldBe(told);

    [Fact]
    public void A_full_page_of_fragile_targets_says_that_there_may_be_more()
    {
        Count(FragilePart.Most - 1).ShouldBe("99");
        Count(FragilePart.Most).ShouldBe("100+");
        Count(FragilePart.Most, total: 100).ShouldBe("100");
        Count(FragilePart.Most, total: 240).ShouldBe("100 of 240");

        string Count(int targets, int? total = null) => Render<FragileList>(p => p.Add(l => l.Targets, [.. Enumerable.Repeat(Samples.Thin(), targets).Select((t, i) => t with { Target = TargetId.Parse($"t-{i + 1:0000}") })]).Add(l => l.Total, total))
            .Find("[data-field=count]").TextContent;
    }

    [Fact]
    public void All_that_is_short_of_met_is_what_the_list_is_cut_from()
        => Shares.FragileTargets(Samples.Summary() with { Levels = [new(ReadinessLevel.Met, 1, 1, 50), new(ReadinessLevel.Thin, 1, 1, 3), new(ReadinessLevel.Dark, 1, 1, 2), new(ReadinessLevel.Unknown, 1, 1, 9)] }).ShouldBe(5);

    [Theory]
    [InlineData(ReadinessLevel.Late, "too late")]
    [InlineData(ReadinessLevel.Dark, "nobody")]
    [InlineData(ReadinessLevel.Incomplete, "Incomplete")]
    public void A_target_that_names_nobody_still_says_why(ReadinessLevel level, string told)
        => Render<FragileList>(p => p.Add(l => l.Targets, [Samples.Thin() with { Level = level, Sole = null, SoleCallSign = null }])).Find(".reason").TextContent.Trim().ShouldBe(told);

    [Fact]
    public void A_chosen_incident_is_told_and_marked()
    {
        var line = Samples.Line('a', IncidentSeverity.High, 75);
        IncidentLine? chosen = null;
        var list = Render<IncidentList>(p => p.Add(l => l.Incidents, [line]).Add(l => l.Selected, line.Id.Value).Add(l => l.Chosen, picked => chosen = picked));
        var row = list.Find("[data-row]");
        row.TextContent.ShouldContain("Theft");
        row.TextContent.ShouldContain("First");
        row.TextContent.ShouldContain("越秀巡01");
        row.TextContent.ShouldContain("75 s");
        row.GetAttribute("aria-pressed").ShouldBe("true");
        row.Click();
        chosen.ShouldBe(line);
    }

    [Fact]
    public void A_target_about_to_break_names_who_alone_holds_it_or_who_is_missing()
    {
        var list = Render<FragileList>(p => p.Add(l => l.Targets, [Samples.Thin(), Samples.Incomplete()]));
        var rows = list.FindAll("[data-row]");
        rows[0].TextContent.ShouldContain("First School");
        rows[0].QuerySelector(".sole")!.TextContent.ShouldBe("越秀巡01");
        rows[1].QuerySelector(".missing")!.TextContent.ShouldBe("Emergency unit");
    }

    [Fact]
    public void A_chosen_target_is_told()
    {
        FragileTarget? chosen = null;
        Render<FragileList>(p => p.Add(l => l.Targets, [Samples.Thin()]).Add(l => l.Chosen, t => chosen = t)).Find("[data-row]").Click();
        chosen.ShouldBe(Samples.Thin(), new SameTarget());
    }

    [Fact]
    public void Empty_lists_say_so()
    {
        Render<IncidentList>(p => p.Add(l => l.Incidents, [])).Find(".none").TextContent.ShouldBe("No open incidents");
        Render<FragileList>(p => p.Add(l => l.Targets, [])).Find(".none").TextContent.ShouldBe("No target is about to break");
    }

    private sealed class SameTarget : IEqualityComparer<FragileTarget?>
    {
        public bool Equals(FragileTarget? x, FragileTarget? y) => x?.Target == y?.Target;

        public int GetHashCode(FragileTarget? target) => target?.Target.GetHashCode() ?? 0;
    }
}
