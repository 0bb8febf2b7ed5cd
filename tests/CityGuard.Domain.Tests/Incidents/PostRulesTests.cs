using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;
using Shouldly;
using Xunit;
using static CityGuard.Domain.Tests.Incidents.IncidentStory;

namespace CityGuard.Domain.Tests.Incidents;

public sealed class PostRulesTests
{
    private static readonly ChecklistItem Cordon = new("cordon", new BilingualName("警戒", "Cordon"), CentreDesk.EmergencyCommand, 600);
    private static readonly ChecklistItem Watch = new("watch", new BilingualName("舆情", "Watch"), CentreDesk.OpinionWatching, 900);
    private static readonly ResponsePlan Major = OneCar with { Post = true, Checklist = [Cordon, Watch] };

    [Fact]
    public void A_plan_opens_its_post_once_with_every_item_due_from_then()
    {
        var story = Opened();
        story.Next(Major).ShouldBe(new IncidentStep.OpenPost(Major));
        story.Happens(PostRules.ByPlan(story.Course, Major, Start));
        story.Course.Post!.Checklist.Select(line => (line.Item.Id, line.Due)).ShouldBe([("cordon", Start.AddSeconds(600)), ("watch", Start.AddSeconds(900))]);
        story.Does(PostRules.StandDown(story.Course, "li", "over", Start));
        story.Next(Major).ShouldBeOfType<IncidentStep.Select>();
    }

    [Fact]
    public void A_second_post_is_refused_and_the_refusal_names_who_opened_the_first()
    {
        var story = Standing();
        PostRules.Open(story.Course, [], "wang", "me too", Start).Objection!.Holder.ShouldNotBeNull().ShouldContain("li");
        PostRules.Open(IncidentCourse.Empty, [], "wang", "where", Start).Objection!.Kind.ShouldBe(ObjectionKind.Unknown);
    }

    [Fact]
    public void A_pinned_force_is_neither_recalled_nor_replaced_until_the_post_lets_it_go()
    {
        var story = Standing();
        IncidentRules.Recall(story.Course, Op, "wang", "elsewhere", Start).Objection!.Reason.ShouldContain("pinned");
        IncidentRules.Reassign(story.Course, Op, Other, new SeenResponder(0, 600), "wang", "nearer", Start).Objection!.Reason.ShouldContain("pinned");
        story.Does(PostRules.Pin(story.Course, Op, pinned: false, "li", "enough here", Start));
        PostRules.Pin(story.Course, Op, pinned: false, "li", "enough here", Start).Events.ShouldBeEmpty();
        IncidentRules.Recall(story.Course, Op, "wang", "elsewhere", Start).Objection.ShouldBeNull();
        story.Does(PostRules.Pin(story.Course, Op, pinned: true, "li", "needed after all", Start));
        IncidentRules.Recall(story.Course, Op, "wang", "elsewhere", Start).Objection.ShouldNotBeNull();
    }

    [Fact]
    public void It_does_not_close_while_its_post_stands_neither_by_itself_nor_by_a_person()
    {
        var story = Standing();
        foreach (var step in Enum.GetValues<AssignmentProgress>())
            story.Reports(step, 10 * (1 + (int)step));
        story.Next().ShouldNotBeOfType<IncidentStep.BeginClosing>();
        IncidentRules.Close(story.Course, "wang", "quiet again", Start).Objection!.Reason.ShouldContain("stand it down");
        story.Does(PostRules.StandDown(story.Course, "li", "all clear", Start));
        story.Next().ShouldBeOfType<IncidentStep.BeginClosing>();
    }

    [Fact]
    public void An_item_lapses_once_and_only_when_it_was_due_and_not_done()
    {
        var story = Standing();
        story.Does(PostRules.Tick(story.Course, "cordon", "zhao", Start.AddSeconds(60)));
        PostRules.NextDue(story.Course).ShouldBe(Start.AddSeconds(900));
        story.Now = Start.AddSeconds(899);
        story.Next().ShouldNotBeOfType<IncidentStep.LapseItem>();
        story.Now = Start.AddSeconds(900);
        var lapsing = story.Next().ShouldBeOfType<IncidentStep.LapseItem>().Line;
        lapsing.Item.Id.ShouldBe("watch");
        story.Does(PostRules.Lapse(story.Course, lapsing, story.Now));
        PostRules.Lapse(story.Course, lapsing, story.Now).Events.ShouldBeEmpty();
        PostRules.NextDue(story.Course).ShouldBeNull();
        story.Does(PostRules.Tick(story.Course, "watch", "zhao", story.Now.AddSeconds(5)));
        PostRules.Tick(story.Course, "watch", "qian", story.Now).Objection!.Holder.ShouldNotBeNull().ShouldContain("zhao");
        PostRules.Tick(story.Course, "tea", "qian", story.Now).Objection!.Kind.ShouldBe(ObjectionKind.Unknown);
    }

    [Fact]
    public void Nothing_is_done_at_a_post_that_was_stood_down()
    {
        var story = Standing();
        story.Does(PostRules.StandDown(story.Course, "li", "over", Start));
        foreach (var decision in (Decision<IncidentEvent>[])
        [
            PostRules.Tick(story.Course, "cordon", "zhao", Start), PostRules.Note(story.Course, CentreDesk.Intelligence, "v-1", "zhao", Start),
            PostRules.Pin(story.Course, Op, false, "zhao", "why", Start), PostRules.StandDown(story.Course, "zhao", "again", Start),
        ])
            decision.Objection!.Reason.ShouldContain("stood down by li");
        story.Does(PostRules.Open(story.Course, [Cordon], "wang", "it starts again", Start));
        story.Course.Post!.Checklist.ShouldHaveSingleItem().DoneAt.ShouldBeNull();
    }

    private static IncidentStory Standing()
    {
        var story = Granted();
        return story.Does(PostRules.Open(story.Course, [Cordon, Watch], "li", "several hurt", Start, "c-1"));
    }
}
