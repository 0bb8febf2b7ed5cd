using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Aid;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;
using CityGuard.Domain.Responders.Events;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Journal;

public sealed class EventCodecTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly IncidentId Incident = IncidentReports.IdOf("110", "a");
    private static readonly OperationId Op = OperationId.Parse("o-1");
    private static readonly ResponderId Patrol = ResponderId.Parse("p-C-0042");

    public static TheoryData<IncidentEvent> IncidentEvents => new()
    {
        new Opened(new ReportContent("110", "a", "theft", IncidentSeverity.High, new GeoPoint(113.2, 23.1), CellId.Parse("c-1"), null, At, "phone"), AreaId.Parse("s-1"), At, "v1", At, true, Domain.GridEvents.GridEventId.Of("12345", "b")),
        new ReportDiffered(new ReportContent("110", "a", "fire", IncidentSeverity.Low, new GeoPoint(113.2, 23.1), CellId.Parse("c-1"), null, null, null), null, At),
        new ReferredToDesk("fraud", "anti-fraud", At),
        new AssignmentRequested(Op, Patrol, "first", 4, 600, "chief", "knows the place", OperationId.Parse("o-0"), At, "command-1"),
        new AssignmentGranted(Op, 5, At),
        new AssignmentRefused(Op, 6, "out of service", At),
        new AssignmentRecalled(Op, "chief", "nearer one came", At, "command-2"),
        new AssignmentReleased(Op, 5, At),
        new ProgressRecorded(Op, 5, AssignmentProgress.OnScene, At, At, At.AddSeconds(-1)),
        new ClockSet("retry-1", At, At),
        new ClockFired("retry-1", At),
        new Closing(null, "cleared", At),
        new Closed(At),
        new ReceiptGiven(Op, OrderChannel.Radio, "li", At, "command-7"),
        new ReceiptLapsed(Op, OrderChannel.Terminal, OrderChannel.Radio, At, At),
        new AcceptanceLapsed(Op, At, At),
        new RecommendationConfirmed("first", "li", "as advised", At, "command-8"),
        new ConfirmationLapsed("first", true, At, At),
        new AssignmentLost(Op, IncidentReports.IdOf("110", "b"), 5, "chief", "graver elsewhere", true, At),
        new Reopened("chief", "came back", false, At, "command-9"),
        new Verified("li", "called back", At, "command-4", Incident),
        new FalseAlarmCalled("li", "prank", "a child", At, "command-5"),
        new FalseAlarm("wang", "prank", "a child", At, "command-6", "li"),
        new FedBack("crew", Patrol, "resolved", "v2", At, "c-3"),
        new Checked("chief", Patrol, "seen", At, "c-4"),
        new CheckFailed("chief", null, "still there", At, "c-5"),
        new Escalated(1, AreaId.Parse("s-1"), "first is not on scene", "scene-first", At, null, At, "c-6"),
        new ReachWidened("first", Reach.Ring, Reach.Neighbours, 0, 1, At),
        new ReachServed("first", Reach.City, "filled", At),
        new PartnerAsked(1, "squad", "foshan", "specialPolice", 2, 1_500, At),
        new PartnerAnswered(1, 2, At.AddMinutes(20), "li", "two squads", At, "c-20"),
        new PartnerWithdrawn(1, "closed", At),
        new EscalationServed(1, "p-C-0042 is on scene", At),
        new EscalationAcknowledged(1, "chief", "on it", At, "c-7"),
        new LeaderArrived("chief of station", At, "desk", At, "c-8"),
        new LeadTaken(Op, OperationId.Parse("o-0"), "heavier", null, At),
        new ChecklistDone("cordon", "zhao", At, "command-3"),
        new ChecklistLapsed("cordon", CentreDesk.EmergencyCommand, At, At),
        new PostNoted(CentreDesk.Intelligence, "v1", "zhao", At),
        new ForcePinned(Op, "li", "needed", At),
        new ForceUnpinned(Op, "li", "enough", At),
        new PostStoodDown("li", "over", At),
        new Transferred(Domain.GridEvents.GridEventId.Of("110", "a"), "noise", "li", true, "no police matter", At, "command-10"),
        new TransferTaken(Domain.GridEvents.GridEventId.Of("110", "a"), At),
        new MergeRequested(1, IncidentReports.IdOf("110", "b"), "li", "the same fight", At, "m-1"),
        new MergeRefused(1, "closed", "li", At),
        new Merged(1, IncidentReports.IdOf("110", "b"), At),
        new MergeUndone(1, IncidentReports.IdOf("110", "b"), "li", "another fight", false, At, "m-2"),
        new DetachHeard(1, At),
        new MergeConfirmed(Incident, 1, At),
        new ReportDetached(Incident, 1, At),
        new GravityChanged(IncidentSeverity.High, 2, Incident, At),
        new SupplyShort("w-1", "shield", 2, "4 wanted, 2 there", At),
    };

    public static TheoryData<ResponderEvent> ResponderEvents => new()
    {
        new Assigned(Incident, Op, 1, At),
        new Released(Incident, Op, 2, At, Done: false),
        new Diverted(Incident, IncidentReports.IdOf("110", "b"), Op, 3, At, "chief", "graver"),
        new ForceReleased(Incident, Op, "chief", "radio is dead", 4, At, true, "command-2"),
        new LossHeard(Incident, Op, At),
        new OutOfService("crew", 5, At, At.AddSeconds(-1)),
        new InService("crew", 6, At, At.AddSeconds(-1)),
        new SignedIn("guard", At, At.AddSeconds(-1)),
        new CheckRenewed("drill", "station", At, At.AddSeconds(-1)),
        new Lent(AidId.Parse("a-1"), AreaId.Parse("s-01"), At, At),
        new CameHome(AidId.Parse("a-1"), At),
    };

    [Theory, MemberData(nameof(IncidentEvents))]
    public void An_incident_event_comes_back_as_it_was(IncidentEvent happened)
        => EventCodec.Incidents.Decode(EventCodec.Incidents.Encode("1", happened).Json).ShouldBe(happened);

    [Theory, MemberData(nameof(ResponderEvents))]
    public void A_responder_event_comes_back_as_it_was(ResponderEvent happened)
        => EventCodec.Responders.Decode(EventCodec.Responders.Encode("1", happened).Json).ShouldBe(happened);

    [Fact]
    public void A_decision_comes_back_with_all_it_was_based_on()
    {
        var decided = new Decided(
            "plan", "first", "first", "hash", new WantedRecord(["patrolGroup"], ["armed"], 1, null), [Patrol],
            [new CandidateRecord(Patrol, "patrolGroup", CandidateFlags.Fit, ["armed"], 512, 7, Verdict.Chosen)],
            new Dictionary<string, int> { ["chosen"] = 1 }, false, At, DispatchMode.Manual, new ModeWord(DispatchMode.Manual, AreaId.Parse("d-1"), "chief", "storm", At));
        var stored = EventCodec.Incidents.Encode("1", decided).Json;
        var read = EventCodec.Incidents.Decode(stored).ShouldBeOfType<Decided>();
        read.Nearest.ShouldHaveSingleItem().Flags.ShouldBe(CandidateFlags.Fit);
        read.Word.ShouldBe(decided.Word);
        EventCodec.Incidents.Encode("1", read).Json.ToArray().ShouldBe(stored.ToArray());
    }

    [Fact]
    public void Attached_reports_come_back_as_they_were()
    {
        var report = new ReportContent("12345", "b", "theft", IncidentSeverity.Low, new GeoPoint(113.2, 23.1), CellId.Parse("c-1"), null, At, "online", 1, Patrol);
        var attached = new ReportAttached(Incident, 2, [new AttachedReport(report, At, "v1")], "from a trusted source", true, "li", "the same fight", At);
        var read = EventCodec.Incidents.Decode(EventCodec.Incidents.Encode("1", attached).Json).ShouldBeOfType<ReportAttached>();
        read.Reports.ShouldBe(attached.Reports);
        (read with { Reports = attached.Reports }).ShouldBe(attached);
    }

    [Fact]
    public void A_post_comes_back_with_its_checklist()
    {
        var opened = new PostOpened("li", "several hurt", [new ChecklistItem("cordon", new BilingualName("警戒", "Cordon"), CentreDesk.EmergencyCommand, 600)], At);
        var read = EventCodec.Incidents.Decode(EventCodec.Incidents.Encode("1", opened).Json).ShouldBeOfType<PostOpened>();
        (read with { Checklist = opened.Checklist }).ShouldBe(opened);
        read.Checklist.ShouldBe(opened.Checklist);
    }

    [Fact]
    public void What_was_declined_comes_back_with_whom_it_was_about()
    {
        var declined = new RecommendationDeclined("first", [Patrol], "li", "crew is spent", At, "command-9");
        var read = EventCodec.Incidents.Decode(EventCodec.Incidents.Encode("1", declined).Json).ShouldBeOfType<RecommendationDeclined>();
        (read with { Chosen = declined.Chosen }).ShouldBe(declined);
        read.Chosen.ShouldBe([Patrol]);
    }

    [Fact]
    public void Supplies_come_back_with_every_item()
    {
        DrawnSupply[] some = [new("shield", AreaId.Parse("s-1"), 2), new("shield", AreaId.Parse("d-1"), 1)];
        IncidentEvent[] all = [new SuppliesWanted("w-1", "plan", [new PlannedSupply("shield", 4)], At), new SuppliesDrawn("w-1", some, At), new SuppliesReturned("w-1", some, At)];
        var read = all.Select(happened => EventCodec.Incidents.Decode(EventCodec.Incidents.Encode("1", happened).Json)).ToArray();
        read[0].ShouldBeOfType<SuppliesWanted>().Items.ShouldBe([new PlannedSupply("shield", 4)]);
        read[1].ShouldBeOfType<SuppliesDrawn>().Drawn.ShouldBe(some);
        read[2].ShouldBeOfType<SuppliesReturned>().Used.ShouldBe(some);
    }

    [Fact]
    public void An_evaluation_comes_back_with_its_findings()
    {
        var evaluated = new Evaluated("chief", "late by a bridge", [new IntervalFinding("travel", "first", 300, 240, 60)], [new NotSent("first", Patrol, 90, "stale")], At);
        var stored = EventCodec.Incidents.Encode("1", evaluated).Json;
        var read = EventCodec.Incidents.Decode(stored).ShouldBeOfType<Evaluated>();
        (read.Intervals[0], read.NotSent[0]).ShouldBe((evaluated.Intervals[0], evaluated.NotSent[0]));
    }

    [Fact]
    public void Every_kind_is_in_the_tables_above()
    {
        IncidentEvents.Select(row => row.Data.GetType().Name).Append(nameof(Decided)).Append(nameof(Evaluated)).Append(nameof(PostOpened)).Append(nameof(RecommendationDeclined)).Append(nameof(ReportAttached))
            .Concat([nameof(SuppliesWanted), nameof(SuppliesDrawn), nameof(SuppliesReturned)])
            .ShouldBe(EventCodec.Incidents.Kinds, ignoreOrder: true);
        ResponderEvents.Select(row => row.Data.GetType().Name).ShouldBe(EventCodec.Responders.Kinds, ignoreOrder: true);
    }

    [Fact]
    public void The_stored_form_is_kind_version_and_readable_keys()
        => Encoding.UTF8.GetString(EventCodec.Responders.Encode("1", new Assigned(Incident, Op, 1, At)).Json.Span)
            .ShouldBe($$"""{"kind":"Assigned","v":1,"incident":"{{Incident}}","op":"o-1","epoch":1,"at":"2026-03-01T08:00:00+00:00"}""");

    [Theory]
    [InlineData("""{"kind":"Abducted","v":1}""")]
    [InlineData("""{"v":2,"kind":"Assigned"}""")]
    public void What_this_code_does_not_know_is_said_so(string stored)
        => EventCodec.Responders.Decode(Encoding.UTF8.GetBytes(stored)).ShouldBeNull();

    [Theory]
    [InlineData("""{"v":1}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public void What_is_no_event_throws(string stored)
        => Should.Throw<JsonException>(() => EventCodec.Responders.Decode(Encoding.UTF8.GetBytes(stored)));

    [Fact]
    public void An_old_shape_is_lifted_step_by_step()
    {
        var codec = new EventCodec<ResponderEvent>(EventJson.Default.ResponderEvent, new Dictionary<(string, int), Action<JsonObject>>
        {
            [("SignedIn", 1)] = json => json["who"] = json["name"]!.DeepClone(),
            [("SignedIn", 2)] = json => json["by"] = json["who"]!.DeepClone(),
        });
        codec.Decode("""{"kind":"SignedIn","v":1,"name":"guard","at":"2026-03-01T08:00:00+00:00"}"""u8.ToArray()).ShouldBe(new SignedIn("guard", At));
    }
}
