using CityGuard.Domain.Areas;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;
using Shouldly;
using Xunit;
using static CityGuard.Domain.Tests.Incidents.IncidentStory;

namespace CityGuard.Domain.Tests.Incidents;

public sealed class IncidentClockworkTests
{
    private static readonly ResponsePlan Clocked = OneCar with { Clocks = new PlanClocks(AcceptSeconds: 90, ReceiptSeconds: 30, ConfirmSeconds: 60) };
    private static readonly OrderChannel[] Two = [OrderChannel.Terminal, OrderChannel.Radio];

    [Fact]
    public void Who_does_not_accept_in_time_is_taken_off_and_its_slot_is_filled_again()
    {
        var story = Granted();
        Fire(story, "accept-o-1", 90).ShouldBe([new AcceptanceLapsed(Op, Start.AddSeconds(90), Start.AddSeconds(90))]);
        story.Next(Clocked).ShouldBeOfType<IncidentStep.Release>();
        story.Happens(new AssignmentReleased(Op, 1, story.Now));
        story.Next(Clocked).ShouldBeOfType<IncidentStep.Select>().Roles.ShouldHaveSingleItem().Count.ShouldBe(1);
        IncidentProcedure.Excluded(story.Course, story.Now).ShouldContain(Patrol);
    }

    [Fact]
    public void A_crew_that_did_not_answer_does_not_put_off_the_moment_at_which_the_role_is_late()
    {
        var story = Granted();
        var due = IncidentClocks.LateAt(story.Course, Clocked);
        Fire(story, "accept-o-1", 90);
        story.Happens(new AssignmentReleased(Op, 1, story.Now), new AssignmentRequested(Op2, Other, "first", 0, 600, null, null, null, story.Now));
        IncidentClocks.LateAt(story.Course, Clocked).ShouldBe(due);
    }

    [Fact]
    public void An_acceptance_that_comes_first_stops_both_clocks_of_its_order()
    {
        var story = Granted().Reports(AssignmentProgress.Accepted, 29);
        IncidentClockwork.Running(story.Course, Clocked).ShouldBeEmpty();
    }

    [Fact]
    public void A_silent_channel_is_followed_by_the_next_one_and_then_the_crew_is_out_of_reach()
    {
        var story = Granted();
        Fire(story, "receipt-o-1", 30).ShouldBe([new ReceiptLapsed(Op, OrderChannel.Terminal, OrderChannel.Radio, Start.AddSeconds(30), Start.AddSeconds(30))]);
        OrderRules.ChannelOf(story.Course.Find(Op)!, Two).ShouldBe(OrderChannel.Radio);
        Fire(story, "receipt-o-1", 60).ShouldBe([new ReceiptLapsed(Op, OrderChannel.Radio, null, Start.AddSeconds(60), Start.AddSeconds(60))]);
        OrderRules.ChannelOf(story.Course.Find(Op)!, Two).ShouldBeNull();
        IncidentClockwork.Running(story.Course, Clocked).Select(clock => clock.Id).ShouldBe(["accept-o-1"]);
        story.Does(OrderRules.Receive(story.Course, Op, OrderChannel.Radio, Two, "li", story.Now));
        OrderRules.ChannelOf(story.Course.Find(Op)!, Two).ShouldBe(OrderChannel.Radio);
    }

    [Fact]
    public void A_receipt_by_a_channel_that_the_crew_has_not_is_refused_and_a_second_one_is_nothing_new()
    {
        var story = Granted();
        OrderRules.Receive(story.Course, Op, OrderChannel.Phone, Two, "li", Start).Objection!.Reason.ShouldContain("terminal, radio");
        OrderRules.Receive(story.Course, Op2, OrderChannel.Radio, Two, "li", Start).Objection!.Kind.ShouldBe(ObjectionKind.Unknown);
        story.Does(OrderRules.Receive(story.Course, Op, OrderChannel.Radio, Two, "li", Start));
        OrderRules.Receive(story.Course, Op, OrderChannel.Terminal, Two, "li", Start).Events.ShouldBeEmpty();
        IncidentClockwork.Running(story.Course, Clocked).Select(clock => clock.Id).ShouldBe(["accept-o-1"]);
    }

    [Fact]
    public void What_is_recommended_is_sent_when_a_person_confirms_and_only_once()
    {
        var story = Advised();
        story.Does(RecommendationRules.Confirm(story.Course, "first", "li", "as advised", Start.AddSeconds(20), "c-1"));
        story.Course.Assignments.ShouldHaveSingleItem().ShouldSatisfyAllConditions(a => a.Responder.ShouldBe(Patrol), a => a.By.ShouldBe("li"), a => a.ExpectedEpoch.ShouldBe(7));
        RecommendationRules.Confirm(story.Course, "first", "wang", "me too", Start.AddSeconds(21)).Objection!.Holder.ShouldNotBeNull().ShouldContain("li");
        IncidentClockwork.Fire(story.Course, Clocked, new DueClock("confirm-first-1", Start.AddSeconds(60), ["first"]), _ => Two, Start.AddSeconds(61)).Events.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_declined_is_recommended_no_more_and_another_is_looked_for_at_once()
    {
        var story = Advised();
        story.Does(RecommendationRules.Decline(story.Course, "first", "li", "crew is spent", Start.AddSeconds(20), "c-1"));
        story.Course.Advised.ShouldBeEmpty();
        story.Course.IsHeldBack("first", Start.AddSeconds(20)).ShouldBeFalse();
        IncidentProcedure.Cause(story.Course, "first", Start.AddSeconds(20)).ShouldBe("declined");
        IncidentProcedure.Excluded(story.Course, "first", Start.AddSeconds(20)).ShouldBe([Patrol]);
        IncidentProcedure.Excluded(story.Course, "support", Start.AddSeconds(20)).ShouldBeEmpty();
        IncidentClockwork.Running(story.Course, Clocked).ShouldBeEmpty();
        RecommendationRules.Decline(story.Course, "first", "wang", "me too", Start.AddSeconds(21)).Objection!.Kind.ShouldBe(ObjectionKind.Conflict);
        RecommendationRules.Confirm(story.Course, "first", "wang", "too late", Start.AddSeconds(21)).Objection!.Kind.ShouldBe(ObjectionKind.Conflict);
    }

    [Fact]
    public void What_nobody_confirms_is_sent_or_climbs_as_the_plan_says()
    {
        var sent = Advised();
        Fire(sent, "confirm-first-1", 60).Select(e => e.GetType()).ShouldBe([typeof(ConfirmationLapsed), typeof(AssignmentRequested)]);

        var climbs = Advised();
        Fire(climbs, "confirm-first-1", 60, Clocked with { OnUnconfirmed = OnUnconfirmed.Climb }).ShouldHaveSingleItem().ShouldBeOfType<ConfirmationLapsed>().Sent.ShouldBeFalse();
        climbs.Course.Unconfirmed.ShouldBe(["first"]);
        IncidentClockwork.Running(climbs.Course, Clocked).ShouldBeEmpty();
        climbs.Does(RecommendationRules.Confirm(climbs.Course, "first", "li", "late, but sent", climbs.Now));
        climbs.Course.Unconfirmed.ShouldBeEmpty();
    }

    [Fact]
    public void In_manual_mode_advice_has_no_clock() => IncidentClockwork.Running(Advised(DispatchMode.Manual).Course, Clocked).ShouldBeEmpty();

    [Theory]
    [InlineData(DispatchMode.Automatic, DispatchMode.Recommend, DispatchMode.Recommend)]
    [InlineData(DispatchMode.Manual, DispatchMode.Recommend, DispatchMode.Manual)]
    public void The_stricter_mode_counts(DispatchMode plan, DispatchMode area, DispatchMode both) => RecommendationRules.Stricter(plan, area).ShouldBe(both);

    [Theory]
    [InlineData(DispatchMode.Manual, DispatchMode.Manual, true)]
    [InlineData(DispatchMode.Recommend, DispatchMode.Manual, false)]
    [InlineData(DispatchMode.Automatic, DispatchMode.Automatic, false)]
    public void The_area_is_named_where_its_word_is_why_a_person_is_asked(DispatchMode area, DispatchMode counts, bool named)
        => RecommendationRules.Counting(counts, new ModeWord(area)).ShouldBe(named ? new ModeWord(area) : null);

    [Fact]
    public void Advice_stands_only_in_the_mode_that_it_was_made_in()
    {
        var story = Advised();
        RecommendationRules.Stands(story.Course, "first", DispatchMode.Recommend).ShouldBeTrue();
        RecommendationRules.Stands(story.Course, "first", DispatchMode.Manual).ShouldBeFalse();
        RecommendationRules.Stands(story.Course, "first", DispatchMode.Automatic).ShouldBeFalse();
        RecommendationRules.Stands(story.Course, "second", DispatchMode.Recommend).ShouldBeFalse();
        IncidentProcedure.Cause(story.Course, "first", Start).ShouldBe("mode");
        var old = Opened().Happens(Advised().Course.Decisions[0] with { Mode = null });
        RecommendationRules.Stands(old.Course, "first", DispatchMode.Manual).ShouldBeTrue("advice without a mode had no clock");
    }

    [Fact]
    public void Only_a_confirmation_clock_that_sends_is_asked_about_first()
    {
        var story = Advised();
        var clock = IncidentClockwork.Running(story.Course, Clocked).Single();
        RecommendationRules.Sending(story.Course, Clocked, clock).ShouldBe(story.Course.Decisions[0]);
        RecommendationRules.Sending(story.Course, Clocked with { OnUnconfirmed = OnUnconfirmed.Climb }, clock).ShouldBeNull();
        RecommendationRules.Sending(story.Course, Clocked, clock with { Id = "accept-o-1" }).ShouldBeNull();
    }

    private static IReadOnlyList<IncidentEvent> Fire(IncidentStory story, string id, int afterSeconds, ResponsePlan? by = null)
    {
        var plan = by ?? Clocked;
        var clock = IncidentClockwork.Running(story.Course, plan).Single(running => running.Id == id);
        story.Now = Start.AddSeconds(afterSeconds - 1);
        IncidentClockwork.Fire(story.Course, plan, clock, _ => Two, story.Now).Events.ShouldBeEmpty("it is not due yet");
        story.Now = Start.AddSeconds(afterSeconds);
        var decision = IncidentClockwork.Fire(story.Course, plan, clock, _ => Two, story.Now);
        story.Does(decision);
        IncidentClockwork.Fire(story.Course, plan, clock, _ => Two, story.Now).Events.ShouldBeEmpty("it has fired");
        return decision.Events;
    }

    private static IncidentStory Advised(DispatchMode mode = DispatchMode.Recommend) => Opened().Happens(new Decided(
        "one", "first", "first", "hash", new WantedRecord([], [], 1, null), [Patrol],
        [new CandidateRecord(Patrol, "patrolGroup", CandidateFlags.Fit, null, 512, 7, Verdict.Chosen)], new Dictionary<string, int> { ["chosen"] = 1 }, false, Start, mode));
}
