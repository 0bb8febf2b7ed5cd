using Bunit;
using CityGuard.Abstractions;
using CityGuard.Abstractions.GridEvents;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.GridEvents;
using CityGuard.Domain.GridEvents.Events;
using CityGuard.Domain.Incidents;
using CityGuard.Web.Components.Events;
using CityGuard.Web.Components.Layout;
using MudBlazor;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Components.Pages;

public sealed class EventsTests : Room
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public EventsTests() => Users.Scopes = Scope.Read | Scope.Command;

    [Fact]
    public void The_list_shows_what_waits_where_until_when_and_is_filtered_by_step_and_lateness()
    {
        Fronts.Events.Add('a', "registered", "assign", -42);
        Fronts.Events.Add('b', "assigned", "accept", 125, new Assignee(Department: "power"));
        var page = Render<CityGuard.Web.Components.Pages.Events>();
        page.WaitForAssertion(() => page.FindAll("[data-testid=events] .due").Select(d => d.TextContent).ShouldBe(["+0:42", "2:05"]), Patience);
        page.Find("[data-testid=events] .due").ClassList.ShouldContain("late");
        page.FindAll("[data-testid=events] [data-row]")[1].TextContent.ShouldSatisfyAllConditions(
            t => t.ShouldContain("Other"), t => t.ShouldContain("First"), t => t.ShouldContain("Power supply"), t => t.ShouldContain("acceptance"));
        page.Find("[data-testid=step]").Change("assigned");
        page.WaitForAssertion(() => page.FindAll("[data-testid=events] [data-row]").ShouldHaveSingleItem().GetAttribute("data-id").ShouldStartWith("g-b"), Patience);
        page.Find("[data-testid=late]").Change(true);
        page.WaitForAssertion(() => page.FindAll("[data-testid=events] [data-row]").ShouldBeEmpty(), Patience);
        page.Find("[data-testid=area]").Change("d-01");
        Fronts.Events.Asked.ShouldBe([("city-small", null, false), ("city-small", "assigned", false), ("city-small", "assigned", true), ("d-01", "assigned", true)]);
    }

    [Fact]
    public void An_event_shows_its_steps_its_three_people_and_its_links()
    {
        var view = Fronts.Events.Add('a', "registered", "assign", 60);
        Fronts.Events.Views[view.Line.Id.Value] = view with { Links = new GridEventLinks(IncidentReports.IdOf("110", "x"), null, false), Handler = "Li" };
        var page = Open();
        page.FindAll("[data-testid=steps] li").Count.ShouldBe(2);
        page.Find("[data-testid=steps] li:last-child").TextContent.ShouldSatisfyAllConditions(t => t.ShouldContain("Registered"), t => t.ShouldContain("Wu"), t => t.ShouldContain("clear enough"));
        page.Find("[data-field=three]").TextContent.ShouldBe("Chen / Li / –");
        page.Find("[data-field=from]").GetAttribute("href").ShouldBe($"/desk?incident={IncidentReports.IdOf("110", "x")}");
        page.Find("tr.late").TextContent.ShouldContain("registration");
        Read("zh-CN");
        Open().Find("[data-field=step]").TextContent.ShouldBe("已受理");
    }

    [Fact]
    public async Task It_is_assigned_by_keyboard_to_the_department_that_is_chosen_on_the_version_that_was_seen()
    {
        Fronts.Events.Add('a', "registered", "assign", 60);
        var (dialogs, page) = (Render<MudDialogProvider>(), Open());
        page.FindAll("[data-action]").Select(b => b.GetAttribute("data-action")).ShouldBe(["Assign", "To110", "Withdraw"]);
        var pressed = page.InvokeAsync(() => page.Instance.OnKey("a"));
        dialogs.WaitForAssertion(() => dialogs.Find("[data-field=choice]"), Patience);
        dialogs.Find("[data-field=choice]").Change("water");
        await dialogs.FindAll("input")[^1].KeyDownAsync("Enter");
        await pressed;
        var given = Fronts.Events.Given.ShouldHaveSingleItem().ShouldBeOfType<AssignEventCommand>();
        given.ShouldSatisfyAllConditions(c => c.Department.ShouldBe("water"), c => c.IfVersion.ShouldBe(4), c => c.Command.ShouldNotBeNullOrEmpty());
    }

    [Fact]
    public async Task A_failed_check_wants_its_cause_and_a_refusal_says_who_was_what()
    {
        Fronts.Events.Add('a', "handled", "check", 60);
        Fronts.Events.Refusal = new Refusal(RefusalCode.Conflict, "wang handled this event and cannot check it: collector, handler and checker are three");
        var (dialogs, page) = (Render<MudDialogProvider>(), Open());
        page.Find("[data-action=CheckFailed]").Click();
        dialogs.WaitForAssertion(() => dialogs.Find("[data-field=choice]"), Patience);
        await dialogs.FindAll("input")[^1].KeyDownAsync("Enter");
        Fronts.Events.Given.ShouldBeEmpty();
        dialogs.FindAll("input")[^1].Input("still dark");
        await dialogs.FindAll("input")[^1].KeyDownAsync("Enter");
        page.WaitForAssertion(() => page.Find("[data-testid=lost]").TextContent.ShouldContain("wang handled this event"), Patience);
        Fronts.Events.Given.ShouldHaveSingleItem().ShouldBeOfType<CheckEventCommand>().ShouldSatisfyAllConditions(
            c => c.Passed.ShouldBeFalse(), c => c.BackTo.ShouldBe(CheckBack.Handle), c => c.Why.ShouldBe("still dark"));
    }

    [Fact]
    public async Task It_is_handed_over_to_110_and_shows_the_incident()
    {
        Fronts.Events.Add('a', "collected", "register", 60);
        var (dialogs, page) = (Render<MudDialogProvider>(), Open());
        page.Find("[data-action=To110]").Click();
        dialogs.WaitForAssertion(() => dialogs.Find("[data-field=also]"), Patience);
        dialogs.Find("[data-field=also]").Change("High");
        dialogs.FindAll("input")[^1].Input("a thief was seen");
        await dialogs.FindAll("input")[^1].KeyDownAsync("Enter");
        page.WaitForAssertion(() => page.Find("[data-field=to]").TextContent.ShouldStartWith("i-"), Patience);
        Fronts.Events.Given.ShouldHaveSingleItem().ShouldBeOfType<TransferTo110Command>().ShouldSatisfyAllConditions(
            c => c.Type.ShouldBe("theft"), c => c.Severity.ShouldBe(IncidentSeverity.High), c => c.Why.ShouldBe("a thief was seen"));
        page.FindAll("[data-action]").ShouldBeEmpty();
    }

    [Fact]
    public void A_viewer_is_offered_nothing_to_do()
    {
        Users.Scopes = Scope.Read;
        Fronts.Events.Add('a', "handled", "check", 60);
        var page = Open();
        page.FindAll("[data-action]").ShouldBeEmpty();
        page.Find("[data-testid=readonly]").TextContent.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("/", new[] { "/desk", "/aid", "/events", "/duty", "/roads", "/what-if" })]
    [InlineData("/desk", new[] { "/", "/aid", "/events", "/duty", "/roads", "/what-if" })]
    [InlineData("/events", new[] { "/", "/desk", "/aid", "/duty", "/roads", "/what-if" })]
    [InlineData("/duty", new[] { "/", "/desk", "/aid", "/events", "/roads", "/what-if" })]
    [InlineData("/roads", new[] { "/", "/desk", "/aid", "/events", "/duty", "/what-if" })]
    public void Each_page_leads_to_the_others(string here, string[] others)
        => Render<RoomLinks>(p => p.Add(r => r.Here, here)).FindAll("a").Select(a => a.GetAttribute("href")).ShouldBe(others);

    [Fact]
    public void An_incident_leads_to_its_tickets()
    {
        var (from, to) = (GridEventId.Of("12345", "a"), GridEventId.Of("110", "b"));
        var links = Render<TicketLinks>(p => p.Add(l => l.Links, new IncidentLinks(from, to, false)));
        links.Find("[data-field=from]").GetAttribute("href").ShouldBe($"/events?event={from}");
        links.Find("[data-field=to]").GetAttribute("href").ShouldBe($"/events?event={to}");
        links.Markup.ShouldContain("being opened");
        Render<TicketLinks>().Markup.Trim().ShouldBeEmpty();
    }

    private IRenderedComponent<CityGuard.Web.Components.Pages.Events> Open()
    {
        var page = Render<CityGuard.Web.Components.Pages.Events>();
        page.WaitForAssertion(() => page.Find("[data-testid=events] [data-row]"), Patience);
        page.Find("[data-testid=events] [data-row]").Click();
        page.WaitForAssertion(() => page.Find("#detail"), Patience);
        return page;
    }
}
