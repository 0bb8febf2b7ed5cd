using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Plans;
using Shouldly;
using Xunit;
using static CityGuard.Domain.Tests.Incidents.Handling.CaseStory;
using static CityGuard.Domain.Tests.Incidents.IncidentStory;

namespace CityGuard.Domain.Tests.Incidents.Handling;

public sealed class IntakeTests
{
    private static readonly ReportContent Found = Report with { Channel = "patrol", Finder = Patrol };

    [Fact]
    public void Whoever_finds_it_is_asked_at_once_and_no_policy_decides()
    {
        var story = Reported(Found, trusted: true, new Finder(Patrol, 7, "first"));
        story.Next().ShouldBeOfType<IncidentStep.Reserve>().Pending.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            a => a.Responder.ShouldBe(Patrol), a => a.ExpectedEpoch.ShouldBe(7), a => a.Role.ShouldBe("first"), a => a.By.ShouldBeNull());
        story.Happens(new AssignmentGranted(Op, 8, Start));
        story.Next().ShouldBe(new IncidentStep.Rest(null));
        story.Course.Decisions.ShouldBeEmpty();
    }

    [Fact]
    public void A_finder_who_is_held_leaves_it_to_the_policy()
    {
        var story = Reported(Found, trusted: true, new Finder(Patrol, 7, "first"));
        story.Happens(new AssignmentRefused(Op, 8, "held by another assignment", Start));
        story.Next().ShouldBeOfType<IncidentStep.Select>().Roles.ShouldHaveSingleItem().Role.Role.ShouldBe("first");
    }

    [Fact]
    public void A_repeat_of_a_report_with_a_finder_asks_nobody_again()
    {
        var story = Reported(Found, trusted: true, new Finder(Patrol, 7, "first"));
        Intake.Report(story.Course, Found, story.Course.Sector, Start, null, false, true, new Finder(Patrol, 9, "first"), Start).Events.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("patrolGroup", "primary")]
    [InlineData("specialPolice", "support")]
    [InlineData("emergencyUnit", Finder.ExtraRole)]
    public void A_finder_fills_the_first_role_that_takes_its_kind(string kind, string role)
    {
        var plan = new ResponsePlan("two", [], [], [], [new PlanRole("primary", ["patrolGroup", "stationForce"], [], 1, 300), new PlanRole("support", ["specialPolice"], ["armed"], 1, 600)], null);
        Finder.RoleOf(plan, kind, ["armed"]).ShouldBe(role);
        Finder.RoleOf(plan with { Roles = [] }, kind, ["armed"]).ShouldBeNull();
    }

    [Theory]
    [InlineData("city", "110", true)]
    [InlineData("city", "patrol", true)]
    [InlineData("city", "gridWorker", true)]
    [InlineData("city", "sensor", false)]
    [InlineData("city", "12345", false)]
    [InlineData("city", null, false)]
    [InlineData("hotel alarm", "sensor", true)]
    public void Whom_the_city_believes_is_data(string source, string? channel, bool trusted)
        => new CourseRules(TrustedSources: ["hotel alarm"]).Trusts(source, channel).ShouldBe(trusted);

    [Fact]
    public void Every_channel_has_a_key_of_its_own_and_a_name_in_both_languages()
    {
        ReportChannels.All.Select(channel => channel.Id).ShouldBe(["110", "12345", "patrol", "gridWorker", "sensor", "crowdCounter", "snapshot", "online", "other"]);
        ReportChannels.All.ShouldAllBe(channel => channel.Name.Zh.Length > 0 && channel.Name.En.Length > 0);
        ReportChannels.IsKnown("pigeon").ShouldBeFalse();
    }
}
