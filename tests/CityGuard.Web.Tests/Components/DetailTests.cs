using Bunit;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Responders;
using CityGuard.Abstractions.Responders;
using CityGuard.Web.Components;
using CityGuard.Web.Components.Details;
using CityGuard.Web.Tests.Fakes;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Components;

public sealed class DetailTests : Room
{
    [Fact]
    public void A_cell_tells_who_would_reach_it_in_how_many_seconds_and_who_alone_holds_it()
    {
        Fronts.Circle = Samples.Circle();
        var cell = Shown(Selection.Cell, "c-00001", "[data-field=reachers]");
        cell.Find("[data-field=level]").TextContent.ShouldBe("Thin");
        var rows = cell.FindAll("[data-field=reachers] tbody tr");
        rows[0].TextContent.ShouldContain("越秀巡01");
        rows[0].TextContent.ShouldContain("141 s");
        rows[0].ClassList.ShouldContain("holder");
        rows[1].ClassList.ShouldContain("outside");
        cell.Markup.ShouldContain("Within 300 s");
        cell.Find("[data-field=since]").TextContent.ShouldBe("for 3:00");
        cell.Find("[data-field=since]").GetAttribute("title").ShouldBe("2026-03-04 13:03:07");
        cell.Find("dd.sole").TextContent.ShouldBe("越秀巡01");
        cell.Markup.ShouldContain("First School");
    }

    [Fact]
    public void Who_comes_but_does_not_count_is_told_apart_and_a_cell_says_when_it_was_patrolled()
    {
        var circle = Samples.Circle();
        Fronts.Circle = circle with { PatrolledAt = Samples.Now.AddMinutes(-7), Reachers = [circle.Reachers[0], circle.Reachers[1] with { Counts = false }] };
        var cell = Shown(Selection.Cell, "c-00001", "[data-field=reachers]");
        cell.FindAll("[data-field=reachers] tbody tr").Select(row => row.ClassList.Contains("uncounted")).ShouldBe([false, true]);
        cell.Find("[data-field=patrolled]").TextContent.ShouldBe("7:00 ago");
    }

    [Fact]
    public void The_viewers_own_ticket_goes_with_every_question()
    {
        Fronts.Circle = Samples.Circle();
        Shown(Selection.Target, "t-0001", "[data-field=reachers]");
        Fronts.LastCaller!.Ticket.ShouldBe("ticket of wang");
    }

    [Fact]
    public void A_responder_tells_the_age_of_its_position_and_not_of_its_status()
    {
        Fronts.Responder = new ResponderView(
            ResponderId.Parse("p-C-0001"), "patrolGroup", "C", "越秀巡01", ResponderStatus.EnRoute, 4, Samples.Id('a'), null,
            new GeoPoint(113, 23), Samples.Now.AddSeconds(-83), CellId.Parse("c-00002"), AreaId.Parse("s-01-01"), ["position", "roster"], Samples.Now.AddSeconds(-5));
        var responder = Shown(Selection.Responder, "p-C-0001", "[data-field=status]");
        responder.Find("[data-field=status]").TextContent.ShouldBe("En route");
        responder.Find("[data-field=position-age]").TextContent.ShouldBe("83 s");
        responder.Find(".unfit").TextContent.ShouldBe("position too old, roster");
    }

    [Fact]
    public void A_unit_that_was_never_measured_has_no_age_of_a_position()
    {
        Fronts.Responder = new ResponderView(
            ResponderId.Parse("u-A-00001"), "emergencyUnit", "A", "一中", ResponderStatus.Available, 0, null, null,
            new GeoPoint(113, 23), null, CellId.Parse("c-00002"), AreaId.Parse("s-01-01"), [], Samples.Now.AddSeconds(-5));
        var field = Shown(Selection.Responder, "u-A-00001", "[data-field=position-age]").Find("[data-field=position-age]");
        field.TextContent.ShouldBe("never measured, at its post");
        field.QuerySelector("time").ShouldBeNull();
    }

    [Fact]
    public void An_incident_tells_its_assignments_and_why_others_were_not_chosen()
    {
        Fronts.Incident = Samples.Incident();
        var incident = Shown(Selection.Incident, Samples.Id('a').Value, "[data-testid=decision]");
        incident.Find("[data-testid=assignment]").TextContent.ShouldContain("越秀巡01");
        var candidates = incident.FindAll("[data-testid=decision] tbody tr");
        candidates[0].TextContent.ShouldContain("chosen");
        candidates[1].TextContent.ShouldContain("bound to other premises");
        incident.Find(".steps .done time").TextContent.ShouldBe("13:06:07");
    }

    [Fact]
    public void A_chinese_reader_reads_no_keys()
    {
        Read("zh-CN");
        var asked = Samples.Incident();
        Fronts.Incident = asked with
        {
            Plan = "grave-violence-at-target",
            Desk = "anti-fraud",
            Assignments = [asked.Assignments[0] with { Role = "primary", State = AssignmentState.Refused, Reason = "expected epoch 3, is 4" }],
            Decisions = [asked.Decisions[0] with { Role = "backup", Cause = "again, recommended only" }],
        };
        var incident = Shown(Selection.Incident, Samples.Id('a').Value, "[data-testid=decision]");
        foreach (var told in (string[])["重点目标严重暴力", "反诈专席", "主责", "其间归属已变", "增援", "仍需力量（仅推荐，未派警）"])
            incident.Markup.ShouldContain(told);
    }

    [Fact]
    public void A_key_of_the_citys_own_is_told_as_it_is()
    {
        Fronts.Incident = Samples.Incident() with { Plan = "plan-b" };
        Shown(Selection.Incident, Samples.Id('a').Value, "[data-testid=decision]").Markup.ShouldContain("plan-b");
    }

    [Fact]
    public void What_is_named_can_be_followed()
    {
        Fronts.Circle = Samples.Circle();
        Selection? followed = null;
        var cell = Shown(Selection.Cell, "c-00001", "[data-field=reachers]", chosen => followed = chosen);
        cell.Find("[data-field=reachers] tbody .link").Click();
        followed.ShouldBe(new Selection(Selection.Responder, "p-C-0001"));
    }

    [Fact]
    public void A_refusal_is_shown_as_it_was_given()
        => Shown(Selection.Cell, "c-99999", ".trouble").Find(".trouble").TextContent.ShouldBe("no such thing");

    private IRenderedComponent<DetailPanel> Shown(string kind, string id, string until, Action<Selection>? chosen = null)
    {
        var panel = Render<DetailPanel>(p => p.Add(d => d.Selection, new Selection(kind, id)).Add(d => d.Chosen, chosen ?? (_ => { })));
        panel.WaitForElement(until, TimeSpan.FromSeconds(20));
        return panel;
    }
}
