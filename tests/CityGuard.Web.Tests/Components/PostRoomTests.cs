using Bunit;
using CityGuard.Abstractions.Posts;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;
using CityGuard.Web.Components.Posts;
using CityGuard.Web.Tests.Fakes;
using MudBlazor;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Components;

public sealed class PostRoomTests : Room
{
    private static readonly IncidentId Incident = IncidentReports.IdOf("110", "post");

    [Fact]
    public void Each_desk_sees_its_own_items_and_its_own_log()
    {
        Fronts.Posts.Post = Standing();
        var shown = Shown();
        var command = shown.WaitForElement("[data-testid=desk-EmergencyCommand]");
        command.QuerySelectorAll(".checklist li").Length.ShouldBe(1);
        command.QuerySelector(".checklist li")!.ClassName.ShouldBe("late");
        shown.Find("[data-testid=desk-Intelligence] .log p").TextContent.ShouldBe("two suspects");
        shown.Find("[data-testid=desk-OpinionWatching]").QuerySelectorAll(".log li").ShouldBeEmpty();
        shown.FindAll("textarea").ShouldBeEmpty("a reader writes nothing");
    }

    [Fact]
    public void Who_may_handle_ticks_and_writes_and_an_entry_that_is_refused_stays_in_its_field()
    {
        Users.Scopes = Scope.Read | Scope.Command;
        Fronts.Posts.Post = Standing();
        var shown = Shown();
        shown.WaitForElement("[data-testid=desk-EmergencyCommand] .tick").Click();
        shown.WaitForAssertion(() => Fronts.Posts.Done.ShouldContain("tick cordon by ticket of wang"));
        Fronts.Posts.Refusal = "the log is full";
        shown.Find("[data-testid=desk-Intelligence] textarea").Input("a third one");
        shown.Find("[data-testid=desk-Intelligence] form").Submit();
        shown.WaitForElement("[role=alert]").TextContent.ShouldContain("the log is full");
        shown.Find("[data-testid=desk-Intelligence] form button").HasAttribute("disabled").ShouldBeFalse();
        Fronts.Posts.Refusal = null;
        shown.Find("[data-testid=desk-Intelligence] form").Submit();
        shown.WaitForAssertion(() => Fronts.Posts.Done.ShouldContain("note Intelligence: a third one"));
        shown.FindAll("[role=alert]").ShouldBeEmpty();
    }

    [Fact]
    public void A_post_is_opened_with_a_reason_by_who_may_direct()
    {
        Users.Scopes = Scope.Read | Scope.Command;
        var dialogs = Render<MudDialogProvider>();
        var shown = Shown();
        shown.WaitForElement(".empty button").Click();
        dialogs.WaitForElement("input").Input("several hurt");
        dialogs.FindAll(".mud-dialog-actions button")[1].Click();
        shown.WaitForAssertion(() => Fronts.Posts.Done.ShouldContain("open: several hurt"));
    }

    private IRenderedComponent<PostRoom> Shown() => Render<PostRoom>(p => p.Add(r => r.Id, Incident.Value));

    private static PostView Standing() => new(
        Incident, 7, Samples.Now.AddMinutes(-20), null, "plan major", null, null,
        [
            new ChecklistView("cordon", new BilingualName("警戒", "Cordon"), CentreDesk.EmergencyCommand, Samples.Now.AddMinutes(-10), null, null, Late: true),
            new ChecklistView("watch", new BilingualName("舆情", "Watch"), CentreDesk.OpinionWatching, Samples.Now.AddMinutes(5), null, null, Late: false),
        ],
        [new PinView(OperationId.Parse("o-1"), ResponderId.Parse("p-C-0001"), "first", Pinned: true)],
        [new NoteView(CentreDesk.Intelligence, "li", Samples.Now.AddMinutes(-1), "two suspects")], 1);
}
