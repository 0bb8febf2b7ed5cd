using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;
using Shouldly;
using Xunit;
using static CityGuard.Domain.Tests.Incidents.IncidentStory;

namespace CityGuard.Domain.Tests.Incidents.Handling;

public sealed class EvaluatingTests
{
    private static readonly IReadOnlyList<IntervalStandard> Standards = CourseRules.Default.IntervalStandards;

    [Fact]
    public void Each_interval_is_held_against_its_standard_and_the_role_against_its_clock()
    {
        var story = Granted().Reports(AssignmentProgress.EnRoute, 100).Reports(AssignmentProgress.OnScene, 400);
        Evaluating.Of(story.Course, OneCar, Standards).Intervals.ShouldBe(
        [
            new IntervalFinding("callProcessing", null, 0, 60, null),
            new IntervalFinding("turnout", null, 100, 80, 20),
            new IntervalFinding("travel", null, 300, 240, 60),
            new IntervalFinding("response", null, 400, 300, 100),
            new IntervalFinding("response", "first", 400, 300, 100),
        ]);
    }

    [Fact]
    public void What_is_not_known_is_neither_late_nor_in_time()
        => Evaluating.Of(Opened().Course, OneCar, Standards).Intervals.ShouldAllBe(found => found.Seconds == null && found.LateBy == null);

    [Theory]
    [InlineData(300, Verdict.Stale, "stale")]
    [InlineData(300, Verdict.Busy, "busy")]
    [InlineData(900, Verdict.Later, null)]
    public void Who_was_nearer_and_was_not_sent_is_named_with_the_verdict(int deciseconds, Verdict verdict, string? why)
    {
        var story = Opened().Happens(
            Decision(new CandidateRecord(Other, "patrolGroup", CandidateFlags.Fit, null, deciseconds, 0, verdict), new CandidateRecord(Patrol, "patrolGroup", CandidateFlags.Fit, null, 600, 0, Verdict.Chosen)),
            new AssignmentRequested(Op, Patrol, "first", 0, 600, null, null, null, Start), new AssignmentGranted(Op, 1, Start));
        var found = Evaluating.Of(story.Course, OneCar, Standards).NotSent;
        found.ShouldBe(why is null ? [] : [new NotSent("first", Other, deciseconds / 10.0, why)]);
    }

    [Fact]
    public void Who_was_chosen_and_refused_says_so_himself()
    {
        var story = Opened().Happens(
            Decision(new CandidateRecord(Patrol, "patrolGroup", CandidateFlags.Fit, null, 300, 0, Verdict.Chosen), new CandidateRecord(Other, "patrolGroup", CandidateFlags.Fit, null, 600, 0, Verdict.Later)),
            new AssignmentRequested(Op, Patrol, "first", 0, 300, null, null, null, Start), new AssignmentRefused(Op, 1, "out of service", Start),
            new AssignmentRequested(Op2, Other, "first", 0, 600, null, null, null, Start), new AssignmentGranted(Op2, 1, Start));
        Evaluating.Of(story.Course, OneCar, Standards).NotSent.ShouldHaveSingleItem().ShouldBe(new NotSent("first", Patrol, 30, "refused: out of service"));
    }

    [Fact]
    public void It_is_signed_once_and_only_when_closed_and_stands_then()
    {
        var story = Granted().Reports(AssignmentProgress.OnScene, 100);
        Sign(story, "chief").Objection!.Kind.ShouldBe(ObjectionKind.Conflict);
        story.Happens(new Closing("chief", "done", Start.AddSeconds(200)), new Closed(Start.AddSeconds(201)));
        story.Does(Sign(story, "chief"));
        Evaluating.Of(story.Course, OneCar, []).ShouldSatisfyAllConditions(
            e => e.SignedBy.ShouldBe("chief"), e => e.Intervals.ShouldContain(found => found.Interval == "response" && found.Standard == 300));
        Sign(story, "other").Objection!.Holder.ShouldBe("chief");
    }

    private static Decision<IncidentEvent> Sign(IncidentStory story, string by) => Evaluating.Sign(story.Course, OneCar, Standards, by, "as it went", Start.AddSeconds(300), null);

    private static Decided Decision(params CandidateRecord[] nearest) => new(
        "one", "first", "first", "hash", new WantedRecord([], [], 1, null), [.. nearest.Where(c => c.Verdict == Verdict.Chosen).Select(c => c.Responder)], nearest,
        new Dictionary<string, int>(), true, Start);
}
