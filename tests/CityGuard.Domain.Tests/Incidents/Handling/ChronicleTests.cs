using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using Shouldly;
using Xunit;
using static CityGuard.Domain.Tests.Incidents.IncidentStory;

namespace CityGuard.Domain.Tests.Incidents.Handling;

public sealed class ChronicleTests
{
    [Fact]
    public void Each_fact_has_its_line_with_who_and_why()
    {
        var story = Granted().Reports(AssignmentProgress.EnRoute, 10);
        story.Happens(new AssignmentRecalled(Op, "chief", "needed elsewhere", Start.AddSeconds(20)), new AssignmentReleased(Op, 1, Start.AddSeconds(21)));
        Chronicle.Of(story.Course).Select(line => (line.What, line.Who, line.Why, line.Op)).ShouldBe(
        [
            ("opened", "110", null, null),
            ("assignmentRequested", "p-C-0001", "first", Op),
            ("assignmentGranted", "p-C-0001", null, Op),
            ("enRoute", "p-C-0001", null, Op),
            ("assignmentRecalled", "chief", "needed elsewhere", Op),
            ("assignmentReleased", "p-C-0001", null, Op),
        ]);
    }

    [Fact]
    public void A_kind_that_has_no_line_of_its_own_tells_what_it_stores()
    {
        var story = Opened();
        story.Does(FalseAlarms.Call(story.Course, "test", "desk", "a drill", Start.AddSeconds(5), null));
        Chronicle.Of(story.Course).TakeLast(2).ShouldBe(
        [
            new ChronicleEntry(Start.AddSeconds(5), "falseAlarm", "desk", "a drill"),
            new ChronicleEntry(Start.AddSeconds(5), "closing", "desk", "false alarm: test"),
        ]);
    }
}
