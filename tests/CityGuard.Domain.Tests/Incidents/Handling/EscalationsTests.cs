using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;
using CsCheck;
using Shouldly;
using Xunit;
using static CityGuard.Domain.Tests.Incidents.IncidentStory;

namespace CityGuard.Domain.Tests.Incidents.Handling;

public sealed class EscalationsTests
{
    private static readonly AreaId[] Levels = [AreaId.Parse("s-1"), AreaId.Parse("d-1"), AreaId.Parse("city-1")];
    private static readonly ResponsePlan Plan = OneCar with
    {
        Closing = ClosingRule.AfterCheck, Clocks = new PlanClocks(FeedbackSeconds: 600, CheckSeconds: 900, LeaderSeconds: 1_200, EscalateSeconds: 120),
    };

    [Fact]
    public void Late_on_scene_climbs_level_by_level_and_stops_at_the_city()
    {
        var story = Granted();
        Drive(story, 299).ShouldBe(0);
        Escalations.NextDue(story.Course, Plan).ShouldBe(Start.AddSeconds(300));
        Drive(story, 300).ShouldBe(1);
        Drive(story, 419).ShouldBe(0);
        Drive(story, 420).ShouldBe(1);
        Drive(story, 10_000).ShouldBe(1);
        Drive(story, 20_000).ShouldBe(0);
        story.Course.Case.Escalations.Select(e => (e.Told.To, e.Told.Clock, e.Told.Due)).ShouldBe(
            Levels.Select(level => (level, (string?)"scene-first", (DateTimeOffset?)Start.AddSeconds(300))));
        Escalations.NextDue(story.Course, Plan).ShouldBeNull();
    }

    [Fact]
    public void Once_the_crew_is_there_what_climbed_is_served_and_says_by_whom()
    {
        var story = Granted();
        Drive(story, 430);
        story.Reports(AssignmentProgress.OnScene, 440);
        Drive(story, 440).ShouldBe(1);
        story.Course.Case.Escalations.ShouldHaveSingleItem().Served.ShouldBe("p-C-0001 is on scene");
        Drive(story, 10_000).ShouldBe(0);
    }

    [Fact]
    public void A_feedback_and_a_check_that_are_late_climb_too()
    {
        var story = Granted().Reports(AssignmentProgress.OnScene, 30).Reports(AssignmentProgress.Cleared, 60).Happens(new AssignmentReleased(Op, 1, Start.AddSeconds(61)));
        Drive(story, 659).ShouldBe(0);
        Drive(story, 660).ShouldBe(1);
        story.Does(Aftercare.FeedBack(story.Course, null, "resolved", null, "crew", Start.AddSeconds(700), null));
        Drive(story, 700).ShouldBe(1);
        Drive(story, 1_600).ShouldBe(1);
        story.Does(Aftercare.Check(story.Course, true, null, "auditor", "seen", Start.AddSeconds(1_650), null));
        Drive(story, 1_650).ShouldBe(1);
        story.Course.Case.Escalations.Select(e => (e.Told.Clock, e.Served)).ShouldBe([("feedback", "fed back by crew"), ("check", "checked by auditor")]);
    }

    [Theory]
    [InlineData(IncidentSeverity.Medium, null, false)]
    [InlineData(IncidentSeverity.Medium, 1, true)]
    [InlineData(IncidentSeverity.Critical, null, true)]
    public void A_fatal_or_critical_one_wants_a_leader_on_scene(IncidentSeverity severity, int? fatalities, bool wants)
    {
        var story = CaseStory.Reported(Report with { Severity = severity, Fatalities = fatalities }, trusted: true);
        var plan = Plan with { Roles = [Plan.Roles[0] with { WithinSeconds = null }] };
        Drive(story, 1_200, plan).ShouldBe(wants ? 1 : 0);
        if (!wants)
            return;
        story.Course.Case.Escalations.ShouldHaveSingleItem().Told.Clock.ShouldBe("leader");
        story.Does(Escalations.Leader(story.Course, "chief of station", Start.AddSeconds(1_250), "desk", Start.AddSeconds(1_300), null));
        Drive(story, 1_300, plan).ShouldBe(1);
        story.Course.Case.Escalations.ShouldHaveSingleItem().Served.ShouldBe("chief of station");
        Escalations.Leader(story.Course, "commander", Start.AddSeconds(1_300), "desk", Start.AddSeconds(1_300), null).Objection!.Holder.ShouldBe("chief of station");
    }

    [Fact]
    public void A_leader_comes_neither_before_the_report_nor_in_the_future()
    {
        Escalations.Leader(Opened().Course, "chief", Start.AddSeconds(-1), "desk", Start, null).Objection!.Kind.ShouldBe(ObjectionKind.Impossible);
        Escalations.Leader(Opened().Course, "chief", Start.AddSeconds(3), "desk", Start, null).Objection!.Kind.ShouldBe(ObjectionKind.Impossible);
        Escalations.Leader(IncidentCourse.Empty, "chief", Start, "desk", Start, null).Objection!.Kind.ShouldBe(ObjectionKind.Unknown);
    }

    [Fact]
    public void By_hand_it_goes_one_level_up_and_taking_note_serves_it()
    {
        var story = Opened();
        foreach (var level in Levels)
        {
            story.Does(Escalations.ByHand(story.Course, Levels, "desk", "reporters are here", Start, null));
            story.Course.Case.Escalations[^1].Told.To.ShouldBe(level);
        }

        Escalations.ByHand(story.Course, Levels, "desk", "more", Start, null).Objection!.Reason.ShouldContain("nobody above");
        story.Does(Escalations.Acknowledge(story.Course, 3, "chief", "on it", Start, null));
        story.Course.Case.Escalations[2].Served.ShouldBe("noted by chief");
        Escalations.Acknowledge(story.Course, 3, "other", "me too", Start, null).Objection!.Holder.ShouldBe("chief");
        Escalations.Acknowledge(story.Course, 4, "chief", "x", Start, null).Objection!.Kind.ShouldBe(ObjectionKind.Unknown);
    }

    [Fact]
    public void Taking_note_of_what_is_late_does_not_stop_it_from_climbing()
    {
        var story = Granted();
        Drive(story, 300);
        story.Does(Escalations.Acknowledge(story.Course, 1, "chief", "on it", Start.AddSeconds(310), null));
        Drive(story, 420).ShouldBe(1);
        story.Course.Case.Escalations.Select(e => e.Served).ShouldBe([null, null]);
    }

    [Fact]
    public void Closing_serves_what_still_climbs()
    {
        var story = Granted();
        Drive(story, 300);
        story.Happens(new Closing("chief", "done", Start.AddSeconds(310)));
        Drive(story, 310).ShouldBe(1);
        story.Course.Case.Escalations.ShouldHaveSingleItem().Served.ShouldBe("closed");
    }

    /// <summary>However time passes and whatever is said, each level is told once and in order, and nothing is told that is served.</summary>
    [Fact]
    public void Whatever_happens_each_level_is_told_once_in_order()
        => Gen.Select(Gen.Int[1, 400], Gen.Int[0, 5]).Array[1, 30].Sample(
            steps =>
            {
                var (story, at) = (Granted(), 0);
                foreach (var (pass, what) in steps)
                {
                    at += pass;
                    Decision<IncidentEvent> said = what switch
                    {
                        0 => IncidentRules.RecordProgress(story.Course, Op, 1, AssignmentProgress.OnScene, Start.AddSeconds(at), Start.AddSeconds(at)),
                        1 => Escalations.Acknowledge(story.Course, story.Course.Case.Escalations.Count, "chief", "on it", Start.AddSeconds(at), null),
                        2 => Escalations.ByHand(story.Course, Levels, "desk", "look", Start.AddSeconds(at), null),
                        _ => Array.Empty<IncidentEvent>(),
                    };
                    story.Happens([.. said.Events]);
                    Drive(story, at);
                    Escalations.Step(story.Course, Plan, Start.AddSeconds(at)).ShouldBeNull();
                }

                var byClock = story.Course.Case.Escalations.Where(e => e.Told.Clock == "scene-first").Select(e => e.Told.To).ToList();
                byClock.ShouldBe(Levels.Take(byClock.Count));
                story.Course.Case.Escalations.Select(e => e.Told.Number).ShouldBe(Enumerable.Range(1, story.Course.Case.Escalations.Count));
                if (story.Course.Assignments[0].Progress is not null)
                    Escalations.Unserved(story.Course).ShouldAllBe(e => e.Told.Clock == null);
            },
            iter: 2_000);

    /// <summary>Carries out every step at a moment, and counts the facts.</summary>
    private static int Drive(IncidentStory story, double seconds, ResponsePlan? plan = null)
    {
        var (now, before) = (Start.AddSeconds(seconds), story.Version);
        while (Escalations.Step(story.Course, plan ?? Plan, now) is { } step)
            story.Happens(step switch
            {
                IncidentStep.Climb(var matter, var level) => [Escalations.Climb(story.Course, matter, Levels[level], now)],
                IncidentStep.ServeEscalations(var served) => [.. served.Select(one => new EscalationServed(one.Number, one.What, story.Course.Stamp(now)))],
                _ => throw new InvalidOperationException($"not a telling: {step}"),
            });
        return (int)(story.Version - before);
    }
}
