using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Plans;
using Shouldly;
using Xunit;
using static CityGuard.Domain.Tests.Incidents.IncidentStory;

namespace CityGuard.Domain.Tests.Incidents;

public sealed class IncidentProcedureTests
{
    [Fact]
    public void An_open_incident_asks_for_what_its_plan_misses()
        => Opened().Next().ShouldBeOfType<IncidentStep.Select>().Roles.ShouldHaveSingleItem().Count.ShouldBe(1);

    [Fact]
    public void A_pending_request_is_asked_again_until_it_is_answered()
        => Opened().Happens(Request(Op, Patrol)).Next().ShouldBeOfType<IncidentStep.Reserve>().Pending.ShouldHaveSingleItem().Op.ShouldBe(Op);

    [Fact]
    public void A_granted_incident_rests() => Granted().Next().ShouldBe(new IncidentStep.Rest(null));

    [Fact]
    public void A_refusal_leads_to_the_next_decision_without_the_one_who_refused()
    {
        var story = Opened().Happens(Request(Op, Patrol), new AssignmentRefused(Op, 3, "held", Start));
        story.Next().ShouldBeOfType<IncidentStep.Select>();
        IncidentProcedure.Excluded(story.Course, Start).ShouldBe([Patrol]);
        IncidentProcedure.Excluded(story.Course, Start + IncidentProcedure.RefusalHolds).ShouldBeEmpty();
    }

    [Fact]
    public void Cleared_by_all_it_closes_by_itself_after_giving_everyone_back()
    {
        var story = Granted().Reports(AssignmentProgress.Cleared, 60);
        story.Next().ShouldBe(new IncidentStep.BeginClosing("cleared"));
        story.Happens(new Closing(null, "cleared", Start.AddSeconds(60)));
        story.Next().ShouldBeOfType<IncidentStep.Release>().Held.ShouldHaveSingleItem().Op.ShouldBe(Op);
        story.Happens(new AssignmentReleased(Op, 1, Start.AddSeconds(60)));
        story.Next().ShouldBe(new IncidentStep.Close());
        story.Happens(new Closed(Start.AddSeconds(60)));
        story.Next().ShouldBe(new IncidentStep.Rest(null));
        story.Course.IsOpen.ShouldBeFalse();
    }

    [Fact]
    public void Closing_resolves_what_is_pending_first()
        => Opened().Happens(Request(Op, Patrol), new Closing("chief", "done", Start)).Next().ShouldBeOfType<IncidentStep.Reserve>();

    [Fact]
    public void One_who_has_not_cleared_keeps_it_open()
        => Granted().Reports(AssignmentProgress.Cleared, 60).Happens(Request(Op2, Other), new AssignmentGranted(Op2, 1, Start)).Next()
            .ShouldBe(new IncidentStep.Rest(null));

    [Fact]
    public void A_recall_is_driven_on_and_its_slot_is_not_filled_again_by_itself()
    {
        var story = Granted().Happens(new AssignmentRecalled(Op, "chief", "", Start));
        story.Next().ShouldBeOfType<IncidentStep.Release>();
        story.Happens(new AssignmentReleased(Op, 1, Start)).Next().ShouldBe(new IncidentStep.Rest(null));
    }

    [Fact]
    public void A_replacement_recalls_the_old_one_in_the_same_breath_as_its_grant()
    {
        var story = Granted().Happens(Request(Op2, Other) with { By = "chief", Why = "nearer", Replaces = Op });
        var pending = story.Course.Find(Op2)!;
        IncidentProcedure.Answered(story.Course, pending, true, 8, null, Start)
            .ShouldBe([new AssignmentGranted(Op2, 8, Start), new AssignmentRecalled(Op, "chief", "nearer", Start)]);
        IncidentProcedure.Answered(story.Course, pending, false, 8, "held", Start).ShouldBe([new AssignmentRefused(Op2, 8, "held", Start)]);
    }

    [Fact]
    public void A_retry_clock_rests_until_due_and_then_selects()
    {
        var story = Opened().Happens(new ClockSet("retry-1", Start.AddSeconds(5), Start));
        story.Next().ShouldBe(new IncidentStep.Rest(Start.AddSeconds(5)));
        story.Now = Start.AddSeconds(5);
        story.Next().ShouldBeOfType<IncidentStep.Select>();
        story.Happens(new ClockFired("retry-1", story.Now)).Course.Clocks.ShouldBeEmpty();
    }

    [Fact]
    public void A_clock_holds_back_only_the_roles_that_were_short()
    {
        var two = new ResponsePlan("two", [], [], [], [new PlanRole("first", [], [], 1, null), new PlanRole("support", [], [], 1, null)], null);
        var story = Opened().Happens(Request(Op, Patrol), new ClockSet("retry-1", Start.AddSeconds(60), Start, ["support"]));
        story.Happens(new AssignmentRefused(Op, 3, "held", Start));
        story.Next(two).ShouldBeOfType<IncidentStep.Select>().Roles.ShouldHaveSingleItem().Role.Role.ShouldBe("first");
        story.Happens(Request(Op2, Other), new AssignmentGranted(Op2, 1, Start));
        story.Next(two).ShouldBe(new IncidentStep.Rest(Start.AddSeconds(60)));
        story.Now = Start.AddSeconds(60);
        story.Next(two).ShouldBeOfType<IncidentStep.Select>().Roles.ShouldHaveSingleItem().Role.Role.ShouldBe("support");
        IncidentProcedure.Cause(story.Course, "support", story.Now).ShouldBe("clock");
    }

    [Fact]
    public void A_clock_overtaken_by_a_person_is_recorded_and_not_executed()
    {
        var story = Opened().Happens(new ClockSet("retry-1", Start.AddSeconds(5), Start), Request(Op, Patrol), new AssignmentGranted(Op, 1, Start));
        story.Now = Start.AddSeconds(6);
        story.Next().ShouldBeOfType<IncidentStep.FireClock>().Clock.Id.ShouldBe("retry-1");
    }

    [Fact]
    public void A_plan_without_roles_sends_nobody_and_hands_over_to_its_desk()
    {
        var fraud = new ResponsePlan("fraud", [], [], [], [], "anti-fraud");
        var story = Opened();
        story.Next(fraud).ShouldBe(new IncidentStep.Refer(fraud));
        story.Happens(new ReferredToDesk("fraud", "anti-fraud", Start)).Next(fraud).ShouldBe(new IncidentStep.BeginClosing("referred to anti-fraud"));
    }

    [Fact]
    public void A_recommendation_stands_until_somebody_is_asked()
    {
        var advice = new Decided("one", "first", "first", "h", new WantedRecord([], [], 1, null), [Patrol], [], new Dictionary<string, int>(), false, Start);
        var story = Opened().Happens(advice);
        story.Course.Advised.ShouldBe(["first"]);
        story.Happens(Request(Op, Patrol)).Course.Advised.ShouldBeEmpty();
    }

    private static AssignmentRequested Request(OperationId op, Domain.Responders.ResponderId responder) => new(op, responder, "first", 0, 600, null, null, null, Start);
}
