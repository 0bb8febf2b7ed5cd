using Bunit;
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
        cell.Find("dd.sole").TextContent.ShouldBe("越秀巡01");
        cell.Markup.ShouldContain("First School");
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
            new GeoPoint(113, 23), Samples.Now.AddSeconds(-83), CellId.Parse("c-00002"), AreaId.Parse("s-01-01"), ["stale"], Samples.Now.AddSeconds(-5));
        var responder = Shown(Selection.Responder, "p-C-0001", "[data-field=status]");
        responder.Find("[data-field=status]").TextContent.ShouldBe("En route");
        responder.Find("[data-field=position-age]").TextContent.ShouldBe("83 s");
        responder.Find(".unfit").TextContent.ShouldBe("stale");
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
