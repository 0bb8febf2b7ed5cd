using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Journal.Invariants;
using CityGuard.Domain.Plans;
using Shouldly;
using Xunit;
using static CityGuard.Domain.Tests.Incidents.IncidentStory;

namespace CityGuard.Domain.Tests.Incidents.Handling;

public sealed class AftercareTests
{
    private static readonly ResponsePlan AfterCheck = OneCar with { Closing = ClosingRule.AfterCheck }, AfterFeedback = OneCar with { Closing = ClosingRule.AfterFeedback };

    [Fact]
    public void A_crew_that_has_cleared_is_given_back_whatever_the_plan_waits_for()
    {
        var story = Granted().Reports(AssignmentProgress.Cleared, 60);
        story.Next(AfterCheck).ShouldBeOfType<IncidentStep.Release>().Held.ShouldHaveSingleItem().Op.ShouldBe(Op);
        story.Happens(new AssignmentReleased(Op, 1, Start.AddSeconds(61)));
        story.Next(AfterCheck).ShouldBe(new IncidentStep.Rest(null));
        story.Next(OneCar).ShouldBe(new IncidentStep.BeginClosing("cleared"));
    }

    [Fact]
    public void It_closes_after_the_feedback_or_after_the_check_as_the_plan_says()
    {
        var story = Cleared();
        story.Does(FeedBack(story));
        story.Next(AfterFeedback).ShouldBe(new IncidentStep.BeginClosing("fed back"));
        story.Next(AfterCheck).ShouldBe(new IncidentStep.Rest(null));
        story.Does(Check(story, true, "auditor"));
        story.Next(AfterCheck).ShouldBe(new IncidentStep.BeginClosing("checked"));
    }

    [Theory]
    [InlineData("handler")]
    [InlineData("HANDLER")]
    [InlineData("p-C-0001")]
    public void Whoever_handled_it_does_not_check_it_and_is_named(string by)
    {
        var story = Cleared();
        story.Does(FeedBack(story));
        Check(story, true, by).Objection.ShouldNotBeNull().ShouldSatisfyAllConditions(
            o => o.Kind.ShouldBe(ObjectionKind.Conflict), o => o.Holder.ShouldBe("handler, p-C-0001"));
        Aftercare.Check(story.Course, true, Patrol, "auditor", "seen", Start, null).Objection.ShouldNotBeNull();
        Aftercare.Check(story.Course, true, Other, "auditor", "seen", Start, null).Objection.ShouldBeNull();
    }

    [Fact]
    public void A_failed_check_has_the_roles_filled_anew_and_keeps_the_first_round()
    {
        var story = Cleared();
        story.Does(FeedBack(story));
        story.Does(Check(story, false, "auditor"));
        story.Next(AfterCheck).ShouldBeOfType<IncidentStep.Select>().Roles.ShouldHaveSingleItem().Count.ShouldBe(1);
        IncidentProcedure.Excluded(story.Course, Start.AddSeconds(100)).ShouldBeEmpty();
        IncidentClocks.LateAt(story.Course, AfterCheck).ShouldBe(Start.AddSeconds(90 + 300));
        story.Happens(new AssignmentRequested(Op2, Other, "first", 0, 600, null, null, null, Start.AddSeconds(100)), new AssignmentGranted(Op2, 1, Start.AddSeconds(100)));
        story.Next(AfterCheck).ShouldBe(new IncidentStep.Rest(null));
        FeedBack(story).Objection.ShouldNotBeNull().Holder.ShouldNotBeNull().ShouldContain(Op2.Value);
        Aftercare.Handlers(story.Course).ShouldBe(["p-C-0001", "handler"], ignoreOrder: true);
    }

    [Fact]
    public void A_check_that_fails_after_it_was_closed_opens_it_again_and_has_it_handled_anew()
    {
        var story = Cleared().Happens(new Closing(null, "cleared", Start.AddSeconds(61)), new Closed(Start.AddSeconds(61)));
        story.Does(FeedBack(story));
        story.Does(Check(story, false, "auditor"));
        (story.Course.Phase, story.Course.Round!.Why).ShouldBe((IncidentPhase.Open, "went and looked"));
        story.Next(OneCar).ShouldBeOfType<IncidentStep.Select>();
        var checker = new InvariantChecker();
        checker.Incident(IncidentReports.IdOf("a", "b"), story.Told);
        checker.Finish(quiescent: false).ShouldNotContain(line => line.Contains("closed", StringComparison.Ordinal) || line.Contains("check", StringComparison.Ordinal));
    }

    [Fact]
    public void The_steps_keep_their_order()
    {
        FeedBack(Granted()).Objection!.Kind.ShouldBe(ObjectionKind.Conflict);
        var story = Cleared();
        Check(story, true, "auditor").Objection!.Reason.ShouldContain("fed back");
        story.Does(FeedBack(story));
        FeedBack(story).Objection!.Holder.ShouldBe("handler");
        Aftercare.FeedBack(Cleared().Course, Other, "resolved", null, "x", Start, null).Objection!.Reason.ShouldContain("did not handle");
        story.Does(Check(story, true, "auditor"));
        Check(story, false, "other").Objection!.Holder.ShouldBe("auditor");
        FeedBack(new IncidentStory()).Objection!.Kind.ShouldBe(ObjectionKind.Unknown);
    }

    [Fact]
    public void By_hand_it_is_not_closed_past_the_check()
    {
        var story = Cleared();
        Aftercare.MayClose(story.Course, AfterCheck).ShouldNotBeNull().Reason.ShouldContain("check by somebody else");
        Aftercare.MayClose(story.Course, OneCar).ShouldBeNull();
        Aftercare.MayClose(Granted().Course, AfterCheck).ShouldBeNull();
    }

    [Fact]
    public void The_crews_word_bears_out_a_false_alarm()
    {
        var story = Cleared();
        story.Does(Aftercare.FeedBack(story.Course, Patrol, CourseRules.NothingFound, null, "handler", Start.AddSeconds(80), null));
        story.Does(FalseAlarms.Call(story.Course, "mistaken", "desk", "nothing there", Start.AddSeconds(90), null));
        story.Course.Case.FalseAlarm.ShouldNotBeNull().Borne.ShouldBe(Patrol.Value);
        FeedBack(story).Objection!.Reason.ShouldContain("false alarm");
    }

    [Fact]
    public void The_checker_of_journals_finds_a_handler_who_checked_himself()
    {
        var story = Cleared();
        story.Does(FeedBack(story)).Happens(new Checked("handler", null, "fine", Start.AddSeconds(95)));
        var checker = new InvariantChecker();
        checker.Incident(IncidentReports.IdOf("a", "b"), story.Told);
        checker.Finish(quiescent: false).ShouldContain(line => line.Contains("who handled it", StringComparison.Ordinal));
    }

    private static IncidentStory Cleared()
        => Granted().Reports(AssignmentProgress.OnScene, 30).Reports(AssignmentProgress.Cleared, 60).Happens(new AssignmentReleased(Op, 1, Start.AddSeconds(61)));

    private static Decision<IncidentEvent> FeedBack(IncidentStory story) => Aftercare.FeedBack(story.Course, null, "resolved", null, "handler", Start.AddSeconds(70), null);

    private static Decision<IncidentEvent> Check(IncidentStory story, bool passed, string by)
        => Aftercare.Check(story.Course, passed, null, by, "went and looked", Start.AddSeconds(90), null);
}
