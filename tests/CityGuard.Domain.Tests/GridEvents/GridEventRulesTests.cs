using CityGuard.Domain.GridEvents;
using CityGuard.Domain.GridEvents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Responders;
using Shouldly;
using Xunit;
using static CityGuard.Domain.Tests.GridEvents.GridEventStory;

namespace CityGuard.Domain.Tests.GridEvents;

public sealed class GridEventRulesTests
{
    private readonly GridEventStory _story = new();

    [Fact]
    public void A_street_lamp_is_collected_handled_checked_and_evaluated_by_different_people()
    {
        _story.Report(Person("Collector")).ShouldBeNull();
        _story.Register("Desk").ShouldBeNull();
        _story.Assign("Desk").ShouldBeNull();
        _story.Course.Assignee.ShouldBe(new Assignee(Department: "power"));
        _story.Accept(Person("Electrician")).ShouldBeNull();
        _story.Now = Start.AddSeconds(601);
        _story.Handle(Person("Electrician")).ShouldBeNull();
        _story.Check(Person("Checker")).ShouldBeNull();
        _story.Evaluate("Desk").ShouldBeNull();

        _story.Course.Step.ShouldBe(GridEventStep.Closed);
        var evaluated = _story.Facts.OfType<EventEvaluated>().ShouldHaveSingleItem();
        evaluated.Intervals.Select(i => i.Step).ShouldBe(["register", "assign", "accept", "handle", "check", "evaluate"]);
        evaluated.Intervals.Where(i => i.IsLate).ShouldHaveSingleItem().ShouldBe(new StepInterval("handle", 601, 600));
        evaluated.Grade.ShouldBe("good");
        _story.Course.Clock.ShouldBeNull();
        _story.Violations().ShouldBeEmpty();
    }

    [Fact]
    public void Collector_handler_and_checker_are_three_and_a_refusal_says_who_was_what()
    {
        _story.Report(Person("Chen"));
        _story.Register("Chen").ShouldBeNull();
        _story.Assign("Chen", new Assignee(Person: "Chen")).ShouldNotBeNull().Reason.ShouldStartWith("Chen collected this event and cannot handle it");
        _story.Assign("Chen").ShouldBeNull();
        _story.Accept(Person("Chen")).ShouldNotBeNull().Holder.ShouldBe("Chen");
        _story.Accept(Person("Li")).ShouldBeNull();
        _story.Handle(Person("Chen")).ShouldNotBeNull();
        _story.Handle(Person("Li")).ShouldBeNull();
        _story.Check(Person("Chen")).ShouldNotBeNull().Reason.ShouldContain("collected");
        _story.Check(Person("Li")).ShouldNotBeNull().Reason.ShouldContain("Li handled this event and cannot check it");
        _story.Check(Person("Wu"), passed: false, CheckBack.Assign).ShouldBeNull();
        _story.Assign("Chen", new Assignee(Person: "Wu")).ShouldNotBeNull().Reason.ShouldContain("Wu checked this event");
        _story.Violations().ShouldBeEmpty();
    }

    [Fact]
    public void Responders_are_told_apart_by_their_ids_and_not_by_the_system_that_speaks_for_them()
    {
        _story.Report(For("p-C-0001"));
        _story.Register("Desk");
        _story.Assign("Desk", new Assignee(ResponderId.Parse("p-C-0001"))).ShouldNotBeNull().Reason.ShouldContain("p-C-0001 collected");
        _story.Assign("Desk", new Assignee(ResponderId.Parse("p-C-0002"))).ShouldBeNull();
        _story.Accept(new Actor("gateway", false)).ShouldBeNull();
        _story.Handle(new Actor("gateway", false)).ShouldBeNull();
        _story.Check(For("p-C-0002")).ShouldNotBeNull().Reason.ShouldContain("handled");
        _story.Check(For("p-C-0003")).ShouldBeNull();
        _story.Violations().ShouldBeEmpty();
    }

    [Fact]
    public void A_failed_check_needs_a_cause_and_sends_it_back_to_its_handler()
    {
        Handled();
        _story.Do(c => GridEventRules.Check(c, Terms, false, null, Person("Wu"), " ", Start, "x")).ShouldNotBeNull().Kind.ShouldBe(ObjectionKind.Impossible);
        _story.Check(Person("Wu"), passed: false).ShouldBeNull();
        (_story.Course.Step, _story.Course.FailedChecks, _story.Course.Assignee!.Department).ShouldBe((GridEventStep.Accepted, 1, "power"));
        _story.Handle(Person("Li")).ShouldBeNull();
        _story.Check(Person("Wu")).ShouldBeNull();
        _story.Evaluate("Desk");
        _story.Facts.OfType<EventEvaluated>().Single().Grade.ShouldBe("fair");
    }

    [Fact]
    public void A_due_time_climbs_level_by_level_and_stops_when_it_is_served()
    {
        _story.Report(Person("Chen"));
        _story.Fire();
        _story.Course.Told.ShouldBeEmpty();
        _story.Now = Start.AddSeconds(60);
        _story.Fire();
        _story.Fire();
        _story.Course.Told.ShouldBe([Sector]);
        _story.Now = Start.AddSeconds(400); // as after a restart: two clocks are overdue and fire one after the other
        _story.Fire();
        _story.Fire();
        _story.Fire();
        _story.Course.Told.ShouldBe([Sector, District, City]);
        _story.Course.Clock.ShouldBeNull();
        _story.Facts.OfType<EventClockFired>().Select(f => f.Clock).ShouldBe(["register-1-0", "register-1-1", "register-1-2"]);
        _story.Register("Desk").ShouldBeNull();
        (_story.Course.Told.Count, _story.Course.Clock).ShouldBe((0, new GridEventClock("assign-2-0", Start.AddSeconds(460))));
        _story.Violations().ShouldBeEmpty();
    }

    [Fact]
    public void A_repeat_is_nothing_new_and_another_command_under_its_id_is_refused()
    {
        _story.Report(Person("Chen"));
        _story.Report(Person("Chen"));
        _story.Report(Person("Chen"), Content("noise"));
        _story.Report(Person("Chen"), Content("noise"));
        _story.Course.Differing.ShouldHaveSingleItem().Report.Category.ShouldBe("noise");
        Decision<GridEventFact> Register(GridEventCourse c, string by) => GridEventRules.Register(c, Terms, "noise", Person(by), null, Start, "one");
        _story.Do(c => Register(c, "Desk")).ShouldBeNull();
        _story.Do(c => GridEventRules.Withdraw(c, Terms, Person("Chen"), "seen twice", Start, "two")).ShouldBeNull();
        var before = _story.Course;
        _story.Do(c => Register(c, "Desk")).ShouldBeNull();
        _story.Do(c => Register(c, "Other")).ShouldNotBeNull().Reason.ShouldContain("was another one: EventRegistered by Desk");
        _story.Course.ShouldBeSameAs(before);
        _story.Violations().ShouldBeEmpty();
    }

    [Fact]
    public void Commands_out_of_order_say_what_it_waits_for()
    {
        _story.Register("Desk").ShouldNotBeNull().Kind.ShouldBe(ObjectionKind.Unknown);
        _story.Report(Person("Chen"), Content("noise"));
        _story.Course.Clock.ShouldBeNull();
        _story.Assign("Desk", new Assignee(Person: "Li")).ShouldNotBeNull().Reason.ShouldBe("the event is collected and waits for somebody to register it");
        _story.Register("Desk");
        _story.Assign("Desk").ShouldNotBeNull().Reason.ShouldContain("say to whom");
        _story.Do(c => GridEventRules.Reject(c, Terms, "unclear", Person("Desk"), null, Start, "r")).ShouldNotBeNull().Reason.ShouldContain("waits for somebody to assign it");
        _story.Assign("Desk", new Assignee(Person: "Li")).ShouldBeNull();
        _story.Accept(Person("Wu")).ShouldNotBeNull().Reason.ShouldContain("assigned to Li");
    }

    private void Handled()
    {
        _story.Report(Person("Chen"));
        _story.Register("Desk");
        _story.Assign("Desk");
        _story.Accept(Person("Li"));
        _story.Handle(Person("Li")).ShouldBeNull();
    }
}
