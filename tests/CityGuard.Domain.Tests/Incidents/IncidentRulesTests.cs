using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CsCheck;
using Shouldly;
using Xunit;
using static CityGuard.Domain.Tests.Incidents.IncidentStory;

namespace CityGuard.Domain.Tests.Incidents;

public sealed class IncidentRulesTests
{
    [Fact]
    public void A_report_finds_its_incident_by_length_prefixed_source_and_id()
    {
        IncidentReports.IdOf("ab", "c").ShouldBe(IncidentReports.IdOf("ab", "c"));
        IncidentReports.IdOf("ab", "c").ShouldNotBe(IncidentReports.IdOf("a", "bc"));
        Gen.Select(Gen.String, Gen.String).Sample((source, id) => IncidentId.TryParse(IncidentReports.IdOf(source, id).Value, out _));
    }

    [Fact]
    public void The_same_report_again_is_nothing_new_and_another_content_is_evidence_once()
    {
        var story = Opened();
        Again(story, Report).ShouldBeEmpty();
        var other = Report with { Type = "fire" };
        story.Happens([.. Again(story, other)]);
        story.Course.Report.ShouldBe(Report);
        story.Course.Differing.ShouldHaveSingleItem().Report.ShouldBe(other);
        Again(story, other).ShouldBeEmpty();
    }

    [Fact]
    public void Steps_follow_each_other_and_keep_their_own_times()
    {
        var story = Granted().Reports(AssignmentProgress.Accepted, 10).Reports(AssignmentProgress.EnRoute, 20).Reports(AssignmentProgress.OnScene, 200);
        story.Course.Find(Op)!.Steps.ShouldBe(new StepTimes(Start.AddSeconds(10), Start.AddSeconds(20), Start.AddSeconds(200), null, null));
    }

    [Theory]
    [InlineData(AssignmentProgress.Accepted, 30, 30, ObjectionKind.Conflict)] // after a later step
    [InlineData(AssignmentProgress.OnScene, 7, 30, ObjectionKind.Conflict)] // more than 2 s before the step before it
    [InlineData(AssignmentProgress.OnScene, 33, 30, ObjectionKind.Impossible)] // more than 2 s ahead
    [InlineData(AssignmentProgress.EnRoute, 13, 30, ObjectionKind.Conflict)] // recorded with another time
    public void Out_of_order_is_refused_with_a_reason(AssignmentProgress step, double at, double now, ObjectionKind kind)
    {
        var story = Granted().Reports(AssignmentProgress.EnRoute, 10);
        IncidentRules.RecordProgress(story.Course, Op, 1, step, Start.AddSeconds(at), Start.AddSeconds(now)).Objection!.Kind.ShouldBe(kind);
    }

    [Fact]
    public void A_repeated_step_is_recorded_already_even_after_the_release()
    {
        var story = Granted().Reports(AssignmentProgress.Cleared, 10).Happens(new Closing(null, "cleared", Start), new Closed(Start));
        var again = IncidentRules.RecordProgress(story.Course, Op, 1, AssignmentProgress.Cleared, Start.AddSeconds(10), Start.AddSeconds(60));
        again.Objection.ShouldBeNull();
        again.Events.ShouldBeEmpty();
        IncidentRules.RecordProgress(story.Course, Op, 1, AssignmentProgress.Controlled, Start.AddSeconds(10), Start.AddSeconds(60)).Objection!.Kind.ShouldBe(ObjectionKind.Conflict);
    }

    [Theory]
    [InlineData("o-1", 2, ObjectionKind.Conflict)]
    [InlineData("o-9", 1, ObjectionKind.Unknown)]
    public void A_stale_epoch_or_an_unknown_operation_changes_nothing(string op, long epoch, ObjectionKind kind)
        => IncidentRules.RecordProgress(Granted().Course, OperationId.Parse(op), epoch, AssignmentProgress.Accepted, Start, Start).Objection!.Kind.ShouldBe(kind);

    /// <summary>Whatever crews send, recorded times of an assignment never run backwards, and stamps of an incident never do.</summary>
    [Fact]
    public void Times_never_run_backwards()
        => Gen.Select(Gen.Int[1, 5], Gen.Double[-5, 5], Gen.Double[-3, 6]).Array[0, 30].Sample(reports =>
        {
            var story = Granted();
            var now = Start;
            foreach (var (step, ahead, passes) in reports)
            {
                now = now.AddSeconds(passes);
                var decision = IncidentRules.RecordProgress(story.Course, Op, 1, (AssignmentProgress)step, now.AddSeconds(ahead), now);
                foreach (var happened in decision.Events)
                {
                    happened.At.ShouldBeGreaterThanOrEqualTo(story.Course.LastStamp);
                    story.Happens(happened);
                }
            }

            var steps = story.Course.Find(Op)!.Steps;
            DateTimeOffset?[] times = [Start, steps.Accepted, steps.EnRoute, steps.OnScene, steps.Controlled, steps.Cleared];
            times.Where(t => t is not null).ShouldBeInOrder();
        });

    [Fact]
    public void A_choice_made_on_an_older_picture_is_told_who_has_the_slot()
    {
        var story = Granted();
        IncidentRules.Overtaken(story.Course, story.Version, story.Version, "first").ShouldBeNull();
        IncidentRules.Overtaken(story.Course, story.Version, null, "first").ShouldBeNull();
        IncidentRules.Overtaken(story.Course, story.Version, 1, "first")!.Holder.ShouldNotBeNull().ShouldContain(Patrol.Value);
        IncidentRules.Overtaken(story.Course, story.Version, 1, "backup")!.Holder.ShouldBeNull();
    }

    [Fact]
    public void Nobody_is_asked_twice_by_people()
    {
        var story = Granted();
        IncidentRules.Add(story.Course, Patrol, "first", Seen, "chief", "sure", Start).Objection!.Holder.ShouldNotBeNull().ShouldContain("o-1");
        IncidentRules.Add(story.Course, Other, "backup", new SeenResponder(3, 600), "chief", "sure", Start).Events.ShouldHaveSingleItem()
            .ShouldBe(new AssignmentRequested(Op2, Other, "backup", 3, 600, "chief", "sure", null, Start));
    }

    [Fact]
    public void A_closing_incident_takes_no_new_requests()
    {
        var story = Granted().Happens(new Closing("chief", "done", Start));
        IncidentRules.Add(story.Course, Other, "first", Seen, "chief", "", Start).Objection!.Kind.ShouldBe(ObjectionKind.Conflict);
        IncidentRules.Recall(story.Course, Op, "chief", "", Start).Objection!.Kind.ShouldBe(ObjectionKind.Conflict);
        IncidentRules.Close(story.Course, "chief", "", Start).Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_clock_of_the_crew_that_lies_a_little_behind_is_recorded_beside_the_step()
    {
        var step = IncidentRules.RecordProgress(Granted().Course, Op, 1, AssignmentProgress.Accepted, Start.AddSeconds(-1), Start.AddSeconds(5)).Events.ShouldHaveSingleItem();
        step.ShouldBe(new ProgressRecorded(Op, 1, AssignmentProgress.Accepted, Start, Start.AddSeconds(5), SaidAt: Start.AddSeconds(-1)));
    }

    [Fact]
    public void While_a_replacement_has_not_answered_nobody_chooses_a_second_one()
    {
        var story = Granted();
        story.Does(IncidentRules.Reassign(story.Course, Op, Other, Seen, "chief", "nearer", Start));
        var second = IncidentRules.Reassign(story.Course, Op, Third, Seen, "deputy", "nearer still", Start).Objection.ShouldNotBeNull();
        (second.Kind, second.Holder).ShouldBe((ObjectionKind.Conflict, $"{Other} as first (o-2), chosen by chief at {Start:O}"));
        story.Happens(new AssignmentRefused(Op2, 4, "held", Start));
        IncidentRules.Reassign(story.Course, Op, Third, Seen, "deputy", "nearer still", Start).Objection.ShouldBeNull();
    }

    [Fact]
    public void A_filled_role_names_its_holder_and_takes_another_only_when_that_is_said()
    {
        var story = Granted();
        var filled = IncidentRules.Add(story.Course, Other, "first", Seen, "chief", "more", Start, wanted: 1).Objection.ShouldNotBeNull();
        (filled.Kind, filled.Holder).ShouldBe((ObjectionKind.Conflict, $"{Patrol} as first (o-1), chosen by the dispatch policy at {Start:O}"));
        IncidentRules.Add(story.Course, Other, "first", Seen, "chief", "more", Start, wanted: 2).Objection.ShouldBeNull();
        IncidentRules.Add(story.Course, Other, "first", Seen, "chief", "more", Start, wanted: null).Objection.ShouldBeNull();
        IncidentRules.Add(Opened().Course, Other, "first", Seen, "chief", "more", Start, wanted: 1).Objection.ShouldBeNull();
        story.Does(IncidentRules.Recall(story.Course, Op, "chief", "elsewhere", Start));
        IncidentRules.Add(story.Course, Other, "first", Seen, "chief", "instead", Start, wanted: 1).Objection.ShouldBeNull();
    }

    [Fact]
    public void A_command_is_known_by_its_id_for_what_it_asked()
    {
        var story = Granted();
        story.Does(IncidentRules.Reassign(story.Course, Op, Other, Seen, "chief", "nearer", Start, "a"));
        story.Does(IncidentRules.Add(story.Course, Third, "backup", Seen, "chief", "more", Start, command: "b"));
        story.Does(IncidentRules.Recall(story.Course, Op, "chief", "enough", Start, "c"));
        story.Does(IncidentRules.Close(story.Course, "chief", "done", Start, "d"));
        Dictionary<string, KnownCommand> told = new()
        {
            ["a"] = new(new IncidentCommand.Reassign(Op, Other, "chief", "nearer"), Op2),
            ["b"] = new(new IncidentCommand.Add(Third, "backup", "chief", "more"), OperationId.Parse("o-3")),
            ["c"] = new(new IncidentCommand.Recall(Op, "chief", "enough"), null),
            ["d"] = new(new IncidentCommand.Close("chief", "done"), null),
        };
        story.Course.Commands.ShouldBe(told, ignoreOrder: true);
        foreach (var (id, known) in told)
            IncidentRules.AnotherCommand(story.Course, id, known.Asked).ShouldBeNull();
        IncidentRules.AnotherCommand(story.Course, "a", told["b"].Asked)!.Kind.ShouldBe(ObjectionKind.Conflict);
        IncidentRules.AnotherCommand(story.Course, "d", new IncidentCommand.Close("deputy", "done"))!.Reason.ShouldContain("chief");
        IncidentRules.AnotherCommand(story.Course, null, told["b"].Asked).ShouldBeNull();
    }

    private static readonly SeenResponder Seen = new(0, null);
    private static readonly Domain.Responders.ResponderId Third = Domain.Responders.ResponderId.Parse("p-C-0003");

    private static IReadOnlyList<IncidentEvent> Again(IncidentStory story, ReportContent report)
        => IncidentRules.Report(story.Course, report, story.Course.Sector, Start.AddSeconds(5), null, false, Start.AddSeconds(5)).Events;
}
