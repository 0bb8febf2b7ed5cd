using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Journal;
using Shouldly;
using Xunit;
using static CityGuard.Domain.Tests.Incidents.Handling.CaseStory;
using static CityGuard.Domain.Tests.Incidents.IncidentStory;

namespace CityGuard.Domain.Tests.Incidents.Handling;

public sealed class VerificationTests
{
    [Fact]
    public void A_trusted_report_is_verified_by_its_receipt()
        => Reported(Report, trusted: true).Course.Case.VerifiedAt.ShouldBe(Start);

    [Theory]
    [InlineData(IncidentSeverity.Low, true)]
    [InlineData(IncidentSeverity.Medium, true)]
    [InlineData(IncidentSeverity.High, false)]
    [InlineData(IncidentSeverity.Critical, false)]
    public void Where_the_plan_says_so_what_is_not_grave_waits_for_verification(IncidentSeverity severity, bool waits)
    {
        var story = Reported(Report with { Severity = severity }, trusted: false);
        (story.Next(VerifyFirst) is IncidentStep.Rest).ShouldBe(waits);
        story.Next(OneCar).ShouldBeOfType<IncidentStep.Select>();
        story.Does(Verification.Verify(story.Course, "desk", "camera 12", Start.AddSeconds(30), "c-1"));
        story.Next(VerifyFirst).ShouldBeOfType<IncidentStep.Select>();
        (story.Course.Case.VerifiedAt, story.Course.Case.Verification?.By).ShouldBe((Start.AddSeconds(30), "desk"));
    }

    [Fact]
    public void A_person_may_send_somebody_before_it_is_verified()
    {
        var story = Reported(Report, trusted: false);
        story.Does(IncidentRules.Add(story.Course, Patrol, "first", new SeenResponder(0, 600), "chief", "to have a look", Start));
        story.Next(VerifyFirst).ShouldBeOfType<IncidentStep.Reserve>();
    }

    [Fact]
    public void Verifying_twice_names_who_did_it_first()
    {
        var story = Reported(Report, trusted: false);
        story.Does(Verification.Verify(story.Course, "desk", "camera 12", Start, "c-1"));
        var refused = Verification.Verify(story.Course, "chief", "called back", Start, "c-2").Objection.ShouldNotBeNull();
        (refused.Kind, refused.Holder).ShouldBe((ObjectionKind.Conflict, "desk"));
        story.Course.Known("c-1")!.Asked.ShouldBe(new CaseCommand.Verify("desk", "camera 12"));
    }

    [Fact]
    public void What_is_closing_is_not_verified_any_more()
        => Verification.Verify(Reported(Report, trusted: false).Happens(new Closing("chief", "done", Start)).Course, "desk", "x", Start, null).Objection!.Kind.ShouldBe(ObjectionKind.Conflict);
}
