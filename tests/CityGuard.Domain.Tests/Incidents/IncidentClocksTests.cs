using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Plans;
using Shouldly;
using Xunit;
using static CityGuard.Domain.Tests.Incidents.IncidentStory;

namespace CityGuard.Domain.Tests.Incidents;

public sealed class IncidentClocksTests
{
    [Theory]
    [InlineData(ClockStart.Request, 140)]
    [InlineData(ClockStart.Receipt, 100)]
    public void A_clock_counts_from_where_its_plan_says(ClockStart since, int late)
    {
        var plan = new ResponsePlan("one", [], [], [], [new PlanRole("first", [], [], 1, 100, since)], null);
        var story = Opened();
        IncidentClocks.LateAt(story.Course, plan).ShouldBe(Start.AddSeconds(100));
        story.Happens(new AssignmentRequested(Op, Patrol, "first", 0, 600, null, null, null, Start.AddSeconds(40)), new AssignmentGranted(Op, 1, Start.AddSeconds(40)));
        IncidentClocks.LateAt(story.Course, plan).ShouldBe(Start.AddSeconds(late));
        story.Reports(AssignmentProgress.OnScene, 90);
        IncidentClocks.LateAt(story.Course, plan).ShouldBeNull();
    }
}
