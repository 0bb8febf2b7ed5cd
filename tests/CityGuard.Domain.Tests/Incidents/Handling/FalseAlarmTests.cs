using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Journal;
using Shouldly;
using Xunit;
using static CityGuard.Domain.Tests.Incidents.IncidentStory;

namespace CityGuard.Domain.Tests.Incidents.Handling;

public sealed class FalseAlarmTests
{
    [Fact]
    public void Before_anybody_is_there_one_word_ends_it_and_gives_everybody_back()
    {
        var story = Granted();
        story.Does(Call(story, "desk"));
        story.Course.Phase.ShouldBe(IncidentPhase.Closing);
        story.Next().ShouldBeOfType<IncidentStep.Release>().Held.ShouldHaveSingleItem().Op.ShouldBe(Op);
        story.Course.Case.FalseAlarm.ShouldNotBeNull().Borne.ShouldBeNull();
    }

    [Fact]
    public void After_a_crew_was_there_it_takes_a_second_person()
    {
        var story = Granted().Reports(AssignmentProgress.OnScene, 60);
        story.Does(Call(story, "desk", "c-1"));
        (story.Course.Phase, story.Course.Case.FalseAlarm).ShouldBe((IncidentPhase.Open, null));
        Call(story, "Desk", "c-2").Objection.ShouldNotBeNull().ShouldSatisfyAllConditions(o => o.Kind.ShouldBe(ObjectionKind.Conflict), o => o.Holder.ShouldBe("Desk"));
        story.Does(Call(story, "chief"));
        story.Course.Case.FalseAlarm.ShouldNotBeNull().ShouldSatisfyAllConditions(f => f.By.ShouldBe("chief"), f => f.Borne.ShouldBe("desk"));
        story.Course.Phase.ShouldBe(IncidentPhase.Closing);
    }

    [Fact]
    public void A_second_call_once_it_has_ended_names_who_ended_it()
    {
        var story = Opened();
        story.Does(Call(story, "desk"));
        Call(story, "chief").Objection!.Reason.ShouldContain("desk");
        FalseAlarms.Call(IncidentCourse.Empty, "test", "desk", "drill", Start, null).Objection!.Kind.ShouldBe(ObjectionKind.Unknown);
    }

    private static Decision<IncidentEvent> Call(IncidentStory story, string by, string? command = null)
        => FalseAlarms.Call(story.Course, "mistaken", by, "a balloon", Start.AddSeconds(90), command);
}
