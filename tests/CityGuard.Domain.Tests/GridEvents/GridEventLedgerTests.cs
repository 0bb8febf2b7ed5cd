using CityGuard.Domain.GridEvents;
using CityGuard.Domain.GridEvents.Events;
using CityGuard.Domain.Journal.Invariants;
using Shouldly;
using Xunit;
using static CityGuard.Domain.Tests.GridEvents.GridEventStory;

namespace CityGuard.Domain.Tests.GridEvents;

/// <summary>The checker names what no rule would have let through.</summary>
public sealed class GridEventLedgerTests
{
    private static readonly GridEventId Id = GridEventId.Of("12345", "1");
    private static readonly EventCollected Collected = new(Content(), Sector, [Sector, District, City], Person("Chen"), null, Start, Start);
    private static readonly EventRegistered Registered = new("lamp", Person("Desk"), null, Start, "c1");
    private static readonly EventAssigned Assigned = new(new Assignee(Department: "power"), Person("Desk"), null, Start, "c2");
    private static readonly EventAccepted Accepted = new(Person("Li"), null, Start, "c3");
    private static readonly EventHandled Handled = new("resolved", Person("Li"), null, Start, "c4");

    [Fact]
    public void It_knows_what_is_open()
    {
        new InvariantChecker().GridEvent(Id, [Collected, Registered]).ShouldBeTrue();
        new InvariantChecker().GridEvent(Id, [Collected, new EventWithdrawn(Person("Desk"), "twice", Start, "w")]).ShouldBeFalse();
    }

    [Fact]
    public void It_names_a_step_out_of_order_a_second_opening_and_a_clock_that_fires_twice()
    {
        Violations(Collected, Collected).ShouldHaveSingleItem().ShouldContain("Collected when it was Collected");
        Violations(Registered).ShouldContain(v => v.Contains("before it was collected"));
        Violations(Collected, Assigned).ShouldHaveSingleItem().ShouldContain("Assigned when it was Collected");
        EventClockFired fired = new("register-1-0", Start);
        Violations(Collected, new EventClockSet("register-1-0", Start, Start), fired, fired).ShouldHaveSingleItem().ShouldContain("was not running");
        Violations(Collected, Registered, Assigned with { Command = "c1" }).ShouldHaveSingleItem().ShouldContain("carried out twice");
    }

    [Fact]
    public void It_names_who_was_two_of_the_three()
    {
        GridEventFact[] handled = [Collected, Registered, Assigned, Accepted, Handled];
        Violations(handled).ShouldBeEmpty();
        Violations([.. handled[..4], Handled with { By = Person("Chen") }]).ShouldHaveSingleItem().ShouldContain("handled by Chen, who collected it");
        Violations([.. handled, new EventChecked(true, null, Person("Li"), null, Start, "c5")]).ShouldHaveSingleItem().ShouldContain("checked by Li");
    }

    private static IReadOnlyList<string> Violations(params GridEventFact[] facts)
    {
        var checker = new InvariantChecker();
        checker.GridEvent(Id, facts);
        return checker.Finish(quiescent: false);
    }
}
