using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Plans;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Incidents;

public sealed class ReopenRulesTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly ResponsePlan Plan = new("one", [], [], [], [new PlanRole("first", [], [], 1, 300, ClockStart.Receipt)], null);

    private static readonly IncidentCourse Open = Of(IncidentCourse.Empty, new Opened(
        new ReportContent("test", "1", "theft", IncidentSeverity.Low, new GeoPoint(113, 23), CellId.Parse("c-1"), null, null, null), AreaId.Parse("s-1"), At, null, At));

    private static readonly IncidentCourse Closed = Of(Open, new ClockSet("retry-1", At.AddSeconds(30), At), new Closing("chief", "over", At), new Closed(At));

    [Fact]
    public void A_round_by_the_plan_asks_for_its_roles_and_counts_its_clocks_from_the_reopening()
    {
        var again = Of(Closed, [.. IncidentRules.Reopen(Closed, "chief", "came back", redispatch: true, At.AddHours(1)).Events]);
        IncidentProcedure.Next(again, Plan, At.AddHours(1)).ShouldBeOfType<IncidentStep.Select>().Roles.ShouldHaveSingleItem();
        again.Clocks.ShouldBeEmpty();
        IncidentClocks.LateAt(again, Plan).ShouldBe(At.AddHours(1).AddSeconds(300));
    }

    [Fact]
    public void A_round_for_checking_sends_nobody_and_is_never_late()
    {
        var again = Of(Closed, [.. IncidentRules.Reopen(Closed, "chief", "look again", redispatch: false, At.AddHours(1)).Events]);
        IncidentProcedure.Next(again, Plan, At.AddHours(2)).ShouldBe(new IncidentStep.Rest(null));
        IncidentClocks.LateAt(again, Plan).ShouldBeNull();
    }

    [Fact]
    public void A_false_alarm_that_is_reopened_is_taken_for_true_and_may_be_called_one_again()
    {
        var (alarm, reopened) = (new FalseAlarm("chief", "nothing", "nobody there", At), new Reopened("chief", "it was true", true, At));
        var course = Of(Open, alarm, new Closing("chief", "false alarm", At), new Closed(At), reopened);
        course.Case.FalseAlarm.ShouldBeNull();
    }

    [Fact]
    public void Only_a_closed_incident_is_reopened()
    {
        IncidentRules.Reopen(Open, "chief", "why", true, At).Objection.ShouldNotBeNull().Reason.ShouldContain("open");
        IncidentRules.Reopen(Of(Open, new Closing("chief", "over", At)), "chief", "why", true, At).Objection.ShouldNotBeNull().Reason.ShouldContain("closing");
        IncidentRules.Reopen(IncidentCourse.Empty, "chief", "why", true, At).Objection.ShouldNotBeNull();
    }

    private static IncidentCourse Of(IncidentCourse course, params IncidentEvent[] facts) => facts.Aggregate(course, IncidentEvolution.Evolve);
}
