using CityGuard.Domain.GridEvents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Journal;
using Shouldly;
using Xunit;
using static CityGuard.Domain.Tests.Incidents.IncidentStory;

namespace CityGuard.Domain.Tests.Incidents.Handling;

public sealed class TransferringTests
{
    private static readonly IncidentId Id = IncidentReports.IdOf("110", "a");
    private static readonly GridEventId Becomes = Transfers.EventOf(Id);

    [Fact]
    public void Its_crew_is_given_back_then_the_ticket_is_told_and_only_then_it_closes()
    {
        var story = HandedOver(Granted());
        story.Course.Phase.ShouldBe(IncidentPhase.Closing);
        story.Next().ShouldBeOfType<IncidentStep.Release>();
        story.Happens(new AssignmentReleased(Op, 1, Start));
        story.Next().ShouldBeOfType<IncidentStep.HandOn>().Owed.To.ShouldBe(Becomes);
        story.Does(Transferring.Taken(story.Course, GridEventId.Of("110", "another"), Start));
        story.Next().ShouldBeOfType<IncidentStep.HandOn>();
        story.Does(Transferring.Taken(story.Course, Becomes, Start));
        story.Next().ShouldBeOfType<IncidentStep.Close>();
        story.Does(Transferring.Taken(story.Course, Becomes, Start));
        story.Told.OfType<TransferTaken>().ShouldHaveSingleItem();
    }

    [Fact]
    public void What_is_a_ticket_now_is_not_reopened_checked_or_handed_over_again()
    {
        var story = HandedOver(Opened());
        Begin(story.Course, "d").Objection.ShouldNotBeNull().ShouldSatisfyAllConditions(o => o.Reason.ShouldContain(Becomes.Value), o => o.Holder.ShouldBe("chief"));
        story.Does(Transferring.Taken(story.Course, Becomes, Start)).Happens(new Closed(Start));
        IncidentRules.Reopen(story.Course, "chief", "again", true, Start).Objection.ShouldNotBeNull().Reason.ShouldContain(Becomes.Value);
        Aftercare.FeedBack(story.Course, null, "resolved", null, "li", Start, null).Objection.ShouldNotBeNull().Reason.ShouldContain(Becomes.Value);
        Aftercare.Check(story.Course, false, null, "wu", "not done", Start, null).Objection.ShouldNotBeNull().Reason.ShouldContain(Becomes.Value);
    }

    [Fact]
    public void What_is_closed_has_a_post_or_never_was_is_not_handed_over()
    {
        Begin(IncidentCourse.Empty).Objection.ShouldNotBeNull().Kind.ShouldBe(ObjectionKind.Unknown);
        Begin(Opened().Happens(new Closing(null, "cleared", Start)).Course).Objection.ShouldNotBeNull().Kind.ShouldBe(ObjectionKind.Conflict);
        Begin(Opened().Happens(new PostOpened("li", "several hurt", [], Start)).Course).Objection.ShouldNotBeNull().Reason.ShouldContain("post");
    }

    [Fact]
    public void What_is_merged_into_another_or_waits_to_be_is_not_handed_over()
    {
        var elder = IncidentReports.IdOf("110", "elder");
        Begin(Opened().Happens(new MergeRequested(1, elder, "li", "one event", Start)).Course).Objection.ShouldNotBeNull().Reason.ShouldContain($"waits for the answer of {elder}");
        Begin(Opened().Happens(new MergeRequested(1, elder, "li", "one event", Start), new Merged(1, elder, Start), new Closing("li", "merged", Start)).Course)
            .Objection.ShouldNotBeNull().ShouldSatisfyAllConditions(o => o.Kind.ShouldBe(ObjectionKind.Conflict), o => o.Reason.ShouldContain($"merged into {elder}: act there"));
    }

    [Fact]
    public void A_command_of_this_id_is_known()
    {
        var course = HandedOver(Opened()).Course;
        IncidentRules.AnotherCommand(course, "c", new CaseCommand.Transfer("noise", "chief", "no police matter")).ShouldBeNull();
        IncidentRules.AnotherCommand(course, "c", new CaseCommand.Transfer("lamp", "chief", "no police matter")).ShouldNotBeNull();
    }

    private static IncidentStory HandedOver(IncidentStory story) => story.Does(Begin(story.Course));

    private static Decision<IncidentEvent> Begin(IncidentCourse course, string command = "c")
        => Transferring.Begin(course, Id, "noise", "chief", true, "no police matter", Start, command);
}
