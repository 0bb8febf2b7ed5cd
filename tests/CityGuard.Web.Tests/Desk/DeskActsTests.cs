using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Merging;
using CityGuard.Domain.People;
using CityGuard.Domain.Responders;
using CityGuard.Web.Components.Layout;
using CityGuard.Web.Desk;
using CityGuard.Web.Tests.Fakes;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Desk;

/// <summary>What is offered follows from where the incident stands and from who looks.</summary>
public sealed class DeskActsTests
{
    private static readonly IncidentView Incident = Samples.Incident();
    private static readonly CaseView Fed = new("110", true, Feedback: new FeedbackView("resolved", "Li", null, Samples.Now));

    [Fact]
    public void While_crews_work_forces_move_and_the_matter_may_end()
        => Offered(Scene(Incident)).ShouldBe(["Send", "Add", "Change", "Recall", "Divert", "FalseAlarm", "Close", "Escalate"]);

    [Fact]
    public void A_leader_is_told_of_once()
    {
        Offered(Scene(Incident with { Case = Fed })).ShouldContain("Leader");
        Offered(Scene(Incident with { Case = Fed with { Leader = "chief of station" } })).ShouldNotContain("Leader");
    }

    [Fact]
    public void Only_a_commander_frees_by_force_and_opens_a_post()
        => Offered(Scene(Incident) with { MyRole = PersonRole.Commander }).Except(Offered(Scene(Incident))).ShouldBe(["ForceRelease", "OpenPost"]);

    [Fact]
    public void A_viewer_is_offered_nothing() => Offered(Scene(Incident) with { MyRole = PersonRole.Viewer }).ShouldBeEmpty();

    [Fact]
    public void What_is_cleared_is_fed_back_and_then_checked_by_somebody_else()
    {
        Offered(Scene(Incident with { State = IncidentState.Cleared })).ShouldContain("Feedback");
        var fed = Scene(Incident with { State = IncidentState.FedBack, Case = Fed });
        Offered(fed).ShouldContain("Check");
        Offered(fed).ShouldNotContain("Feedback");
        Offered(fed with { Me = "li" }).ShouldNotContain("Check");
        Offered(Scene(Incident with { State = IncidentState.Checked, Case = Fed with { Check = new CheckView(true, "wang", null, "seen", Samples.Now) } })).ShouldNotContain("Check");
    }

    [Fact]
    public void What_is_closed_is_opened_again_or_evaluated_once()
    {
        var closed = Scene(Incident with { State = IncidentState.Closed, Case = Fed with { Check = new CheckView(true, "Zhao", null, "seen", Samples.Now) } });
        Offered(closed).ShouldBe(["Reopen", "Evaluate"]);
        Offered(closed with { Timeline = [Entry("Evaluated")] }).ShouldBe(["Reopen"]);
    }

    [Fact]
    public void What_nobody_vouches_for_may_be_verified_and_what_is_advised_confirmed()
    {
        Offered(Scene(Incident with { Case = new CaseView("online", false) })).ShouldContain("Verify");
        var advised = Scene(Incident with { Roles = [new RoleView("first", [], 1, [], null, false, [ResponderId.Parse("p-C-0001")], false)] });
        Offered(advised).ShouldContain("Confirm");
        Offered(advised).ShouldContain("Decline");
        Act("Confirm").Ready(advised).ShouldBeTrue();
        Act("Confirm").Ready(advised with { Role = "primary" }).ShouldBeFalse();
    }

    [Fact]
    public void Who_called_it_a_false_alarm_does_not_give_the_second_word()
    {
        var called = Scene(Incident with { Case = new CaseView("110", true, FalseAlarm: new FalseAlarmView("mistaken", "wang", "seen", false)) });
        Offered(called).ShouldNotContain("FalseAlarm");
        Offered(called with { Me = "Li" }).ShouldContain("FalseAlarm");
    }

    [Fact]
    public void Nobody_is_told_above_the_top_and_what_climbed_is_taken_note_of_once()
    {
        var told = new EscalationLine(Incident.Id, 1, AreaId.Parse("city-small"), "spreads", null, Samples.Now, "Li", null, null);
        var top = Scene(Incident with { Case = Fed with { Escalations = [told] } });
        Offered(top).ShouldContain("TakeNote");
        Offered(top).ShouldNotContain("Escalate");
        Offered(Scene(Incident with { Case = Fed with { Escalations = [told with { NotedBy = "wang" }] } })).ShouldNotContain("TakeNote");
    }

    [Fact]
    public void While_its_post_stands_nothing_ends_it_and_none_is_opened()
    {
        var held = Scene(Incident) with { MyRole = PersonRole.Commander, Timeline = [Entry("PostOpened")] };
        Offered(held).ShouldNotContain("Close");
        Offered(held).ShouldNotContain("OpenPost");
        Offered(held with { Timeline = [Entry("PostOpened"), Entry("PostStoodDown", 9)] }).ShouldContain("OpenPost");
    }

    [Fact]
    public void Only_what_is_strictly_less_grave_gives_anybody_up()
    {
        var busy = Scene(Incident) with { Candidate = new CandidateView(ResponderId.Parse("p-C-0001"), "patrolGroup", 60, "busy") };
        Act("Send").Ready(busy).ShouldBeFalse();
        Act("Divert").Ready(busy).ShouldBeFalse();
        Act("Divert").Ready(busy with { Holder = Held(IncidentSeverity.Low) }).ShouldBeTrue();
        Act("Divert").Ready(busy with { Holder = Held(IncidentSeverity.High) }).ShouldBeFalse();
    }

    [Fact]
    public void What_may_be_one_event_is_merged_once_one_is_chosen_and_what_is_merged_is_only_undone()
    {
        var near = new SimilarIncident(Samples.Line('b', IncidentSeverity.Low, 60), true, new Likeness(0.8, 40, 60, true, null));
        Offered(Scene(Incident)).ShouldNotContain("Merge");
        var seen = Scene(Incident) with { Alike = [near] };
        Offered(seen).ShouldContain("Merge");
        Act("Merge").Ready(seen).ShouldBeFalse();
        Act("Merge").Ready(seen with { Other = near }).ShouldBeTrue();
        Offered(seen with { Timeline = [Entry("PostOpened")] }).ShouldNotContain("Merge");
        Offered(Scene(Incident with { State = IncidentState.Closed, MergedInto = Samples.Id('b') })).ShouldBe(["Unmerge"]);
    }

    [Fact]
    public void No_two_acts_share_a_key_and_none_takes_one_of_the_page()
    {
        // Merging and undoing it share theirs: what is merged is closed.
        var keys = DeskActs.All.Where(act => act.Id != "Unmerge").Select(act => act.Key).Concat(["Q", "R", "C", "T", "V"]).Concat(Rooms.From("/desk").Select(room => room.Key)).ToArray();
        keys.Distinct().Count().ShouldBe(keys.Length);
    }

    private static DeskScene Scene(IncidentView view)
        => new(view, [], "first", OperationId.Parse("o-1"), null, null, "wang", PersonRole.Dispatcher, AreaId.Parse("city-small"));

    private static HeldElsewhere Held(IncidentSeverity severity) => new(Samples.Id('b'), "theft", severity, "first");

    private static TimelineEntry Entry(string kind, long version = 7) => new(version, Samples.Now, kind, null, null, [], null, null);

    private static DeskAct Act(string id) => DeskActs.All.Single(act => act.Id == id);

    private static IEnumerable<string> Offered(DeskScene scene) => DeskActs.All.Where(act => act.IsOffered(scene)).Select(act => act.Id);
}
