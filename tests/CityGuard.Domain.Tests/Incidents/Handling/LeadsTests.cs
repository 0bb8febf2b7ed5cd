using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Journal;
using Shouldly;
using Xunit;
using static CityGuard.Domain.Tests.Incidents.IncidentStory;

namespace CityGuard.Domain.Tests.Incidents.Handling;

public sealed class LeadsTests
{
    [Fact]
    public void Who_comes_first_leads_without_a_word_and_an_equal_does_not_take_over()
    {
        var story = Both().Reports(AssignmentProgress.OnScene, 30);
        story.Course.Case.Lead.ShouldBe(Op);
        Arrive(story, AssignmentProgress.OnScene, 60);
        Leads.Passes(story.Course, _ => 1, Start).ShouldBeNull();
    }

    [Fact]
    public void A_heavier_force_takes_over_when_it_arrives_and_a_person_may_give_it_back()
    {
        var story = Both().Reports(AssignmentProgress.OnScene, 30);
        Arrive(story, AssignmentProgress.OnScene, 60);
        Pass(story).ShouldSatisfyAllConditions(l => l.Op.ShouldBe(Op2), l => l.From.ShouldBe(Op), l => l.Cause.ShouldBe("heavier"));
        Leads.Passes(story.Course, Weight, Start).ShouldBeNull();
        story.Does(Leads.HandOver(story.Course, Op, "chief", "knows the people", Start.AddSeconds(70), null));
        story.Course.Case.Lead.ShouldBe(Op);
        Leads.Passes(story.Course, Weight, Start).ShouldBeNull();
    }

    [Fact]
    public void When_the_lead_leaves_who_is_still_there_leads()
    {
        var story = Both().Reports(AssignmentProgress.OnScene, 30);
        Arrive(story, AssignmentProgress.OnScene, 60);
        Pass(story);
        Arrive(story, AssignmentProgress.Cleared, 90);
        Pass(story).ShouldSatisfyAllConditions(l => l.Op.ShouldBe(Op), l => l.Cause.ShouldBe("left"));
        story.Reports(AssignmentProgress.Cleared, 95);
        Leads.Passes(story.Course, Weight, Start).ShouldBeNull();
    }

    [Fact]
    public void Only_who_is_there_is_given_the_lead()
    {
        var story = Both().Reports(AssignmentProgress.OnScene, 30);
        HandOver(story, Op2).Kind.ShouldBe(ObjectionKind.Conflict);
        HandOver(story, OperationId.Parse("o-9")).Kind.ShouldBe(ObjectionKind.Unknown);
        HandOver(story, Op).Holder.ShouldBe(Patrol.Value);
    }

    private static Objection HandOver(IncidentStory story, OperationId op) => Leads.HandOver(story.Course, op, "chief", "why", Start, null).Objection.ShouldNotBeNull();

    private static IncidentStory Both()
        => Granted().Happens(new AssignmentRequested(Op2, Other, "support", 0, 600, null, null, null, Start), new AssignmentGranted(Op2, 1, Start));

    private static void Arrive(IncidentStory story, AssignmentProgress step, double at) => story.Happens(new ProgressRecorded(Op2, 1, step, Start.AddSeconds(at), Start.AddSeconds(at)));

    private static LeadTaken Pass(IncidentStory story)
    {
        var passed = Leads.Passes(story.Course, Weight, Start).ShouldNotBeNull();
        story.Happens(passed);
        return passed;
    }

    private static int Weight(Assignment a) => a.Op == Op2 ? 3 : 1;
}
