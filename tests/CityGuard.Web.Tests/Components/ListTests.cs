using Bunit;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Readiness;
using CityGuard.Domain.Incidents;
using CityGuard.Web.Components.Panels;
using CityGuard.Web.Tests.Fakes;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Components;

public sealed class ListTests : Room
{
    [Fact]
    public void Late_incidents_come_first_then_the_graver_then_the_younger()
    {
        IncidentLine[] lines =
        [
            Samples.Line('a', IncidentSeverity.Low, 10), Samples.Line('b', IncidentSeverity.Critical, 500), Samples.Line('c', IncidentSeverity.Critical, 20),
            Samples.Line('d', IncidentSeverity.Low, 900, late: true),
        ];
        var list = Render<IncidentList>(p => p.Add(l => l.Incidents, lines));
        list.FindAll("[data-row]").Select(r => r.GetAttribute("data-id")![2]).ShouldBe("dcba".ToCharArray());
    }

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
