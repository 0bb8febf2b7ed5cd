using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CsCheck;
using Shouldly;
using Xunit;
using static CityGuard.Domain.Tests.Incidents.IncidentStory;

namespace CityGuard.Domain.Tests.Incidents;

public sealed class IncidentTimelineTests
{
    [Fact]
    public void One_crew_gives_all_points_and_their_intervals()
    {
        var story = Granted().Reports(AssignmentProgress.EnRoute, 20).Reports(AssignmentProgress.OnScene, 200).Reports(AssignmentProgress.Cleared, 500);
        var times = IncidentTimeline.Of(story.Course);
        (times.DispatchedAt, times.EnRouteAt, times.OnSceneAt, times.ControlledAt, times.ClearedAt)
            .ShouldBe((Start, Start.AddSeconds(20), Start.AddSeconds(200), null, Start.AddSeconds(500)));
        times.Intervals.ShouldBe(new IncidentIntervals(CallProcessing: 0, Turnout: 20, Travel: 180, Response: 200));
    }

    [Fact]
    public void A_later_crew_that_drives_after_the_first_is_there_sets_no_time_point()
    {
        var story = Two().Reports(AssignmentProgress.OnScene, 100);
        story.Does(IncidentRules.RecordProgress(story.Course, Op2, 1, AssignmentProgress.EnRoute, Start.AddSeconds(200), Start.AddSeconds(200)));
        var times = IncidentTimeline.Of(story.Course);
        (times.EnRouteAt, times.OnSceneAt).ShouldBe((null, Start.AddSeconds(100)));
        times.Intervals.ShouldBe(new IncidentIntervals(0, null, null, 100));
    }

    [Fact]
    public void It_is_cleared_when_the_last_who_was_there_has_finished()
    {
        var story = Two().Reports(AssignmentProgress.Cleared, 60);
        story.Does(IncidentRules.RecordProgress(story.Course, Op2, 1, AssignmentProgress.Controlled, Start.AddSeconds(90), Start.AddSeconds(90)));
        IncidentTimeline.Of(story.Course).ClearedAt.ShouldBeNull();
        story.Happens(new Closing("chief", "enough", Start.AddSeconds(95)), new Closed(Start.AddSeconds(96)));
        IncidentTimeline.Of(story.Course).ShouldSatisfyAllConditions(t => t.ClearedAt.ShouldBeNull(), t => t.ControlledAt.ShouldBe(Start.AddSeconds(90)));
    }

    /// <summary>Whatever two crews report in whatever order, the standard times are never out of order.</summary>
    [Fact]
    public void Times_are_never_out_of_order()
        => Gen.Select(Gen.Int[1, 2], Gen.Int[1, 5], Gen.Int[0, 40], Gen.Int[0, 9]).Array[0, 14].Sample(said =>
        {
            var (story, now) = (Two(), Start);
            foreach (var (crew, step, passes, what) in said)
            {
                now = now.AddSeconds(passes);
                var op = crew == 1 ? Op : Op2;
                var decision = what == 0 ? IncidentRules.Recall(story.Course, op, "chief", "", now) : IncidentRules.RecordProgress(story.Course, op, 1, (AssignmentProgress)step, now, now);
                story.Happens([.. decision.Events]);
                var t = IncidentTimeline.Of(story.Course);
                DateTimeOffset?[] points = [t.OccurredAt, t.ReceivedAt, t.DispatchedAt, t.AcceptedAt, t.EnRouteAt, t.OnSceneAt, t.ControlledAt, t.ClearedAt];
                points.OfType<DateTimeOffset>().ShouldBeInOrder();
            }
        });

    private static IncidentStory Two()
        => Granted().Happens(new AssignmentRequested(Op2, Other, "backup", 0, 600, null, null, null, Start), new AssignmentGranted(Op2, 1, Start));
}
