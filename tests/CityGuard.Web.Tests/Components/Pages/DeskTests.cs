using Bunit;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Protocol;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Incidents.Merging;
using CityGuard.Domain.People;
using CityGuard.Domain.Readiness;
using CityGuard.Domain.Responders;
using CityGuard.Web.Tests.Fakes;
using MudBlazor;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Components.Pages;

public sealed class DeskTests : Room
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public DeskTests()
    {
        Fronts.SummaryAnswer = Samples.Summary();
        Fronts.Incident = Samples.Incident() with { Roles = [new RoleView("first", ["patrolGroup"], 2, [], Samples.Now.AddSeconds(95), false, [], false, 180), new RoleView("primary", [], 1, [], null, false, [], false)] };
        Fronts.Desk.List = new CandidateList("first", 5, 1, [new CandidateView(ResponderId.Parse("u-A-00001"), "emergencyUnit", 41, "chosen")], new Dictionary<string, int> { ["chosen"] = 1 });
        Fronts.Desk.Entries.Add(new TimelineEntry(4, Samples.Now, "AssignmentRecalled", "Li", "sent by mistake", [ResponderId.Parse("p-C-0001")], "first", null));
        Users.Scopes = Scope.Read | Scope.Command;
    }

    [Fact]
    public void The_queue_stands_by_what_is_due_late_first()
    {
        Fronts.OpenAnswer.AddRange([Line('a', null, IncidentSeverity.Low), Line('b', 125, IncidentSeverity.Low), Line('c', -42, IncidentSeverity.Low), Line('d', null, IncidentSeverity.Critical)]);
        var page = Render<CityGuard.Web.Components.Pages.Desk>();
        page.WaitForAssertion(() => page.FindAll("[data-testid=queue] [data-row]").Select(r => r.GetAttribute("data-id")).ShouldBe(new[] { 'c', 'b', 'd', 'a' }.Select(m => Samples.Id(m).Value)), Patience);
        page.FindAll("[data-testid=queue] .due").Select(d => d.TextContent).Take(2).ShouldBe(["+0:42", "2:05"]);
    }

    [Fact]
    public void The_queue_tells_what_climbed_and_what_nobody_vouches_for()
    {
        var told = new EscalationLine(Samples.Id('a'), 1, AreaId.Parse("d-01"), "primary is not on scene", "scene-primary", Samples.Now, null, null, null);
        Fronts.OpenAnswer.AddRange([Line('a', -42, IncidentSeverity.High) with { Climbing = [told], Unverified = true }, Line('b', 60, IncidentSeverity.High)]);
        var page = Render<CityGuard.Web.Components.Pages.Desk>();
        page.WaitForAssertion(() => page.FindAll("[data-testid=queue] [data-field=climbing]").ShouldHaveSingleItem().TextContent.ShouldBe("↑ East"), Patience);
        page.FindAll("[data-testid=queue] [data-field=unverified]").ShouldHaveSingleItem();
    }

    [Fact]
    public void An_incident_shows_its_roles_who_could_go_what_happened_and_who_else_is_there()
    {
        Fronts.OpenAnswer.Add(Line('a', 95, IncidentSeverity.High));
        Fronts.Desk.There.AddRange([new PresenceView(Samples.Id('a'), "Li", Attention.Deciding, "first", Samples.Now), new PresenceView(Samples.Id('a'), "wang", Attention.Looking, null, Samples.Now)]);
        var page = OpenFirst();
        page.FindAll("[data-testid=roles] .role").Count.ShouldBe(2);
        page.Find("[data-testid=roles] .due").TextContent.ShouldBe("1:35");
        page.Find("[data-testid=candidates] [data-row]").TextContent.ShouldContain("学校01");
        page.Find("[data-testid=timeline] .person").TextContent.ShouldSatisfyAllConditions(t => t.ShouldContain("Li"), t => t.ShouldContain("sent by mistake"));
        page.WaitForAssertion(() => page.Find("[data-testid=others]").TextContent.ShouldContain("Li is about to decide"), Patience);
        page.Find("[data-testid=others]").TextContent.ShouldNotContain("wang");
        page.FindAll("[data-testid=queue] [data-field=present] span").ShouldHaveSingleItem().TextContent.ShouldBe("Li");
        Fronts.Desk.Looked.ShouldContain((Samples.Id('a').Value, Attention.Looking, null));
    }

    [Fact]
    public async Task The_loser_of_a_race_reads_who_won_and_looks_at_the_new_state()
    {
        Fronts.OpenAnswer.Add(Line('a', 95, IncidentSeverity.High));
        Fronts.Adding = _ => new Refusal(RefusalCode.Conflict, "the role first is filled: say extra to send one more", "p-C-0001 as first (o-2), chosen by Li at 2026-03-04T05:06:08.0000000+00:00");
        var dialogs = Render<MudDialogProvider>();
        var page = OpenFirst();
        page.Find("[data-testid=candidates] [data-row]").Focus();
        page.Find("[data-action=Send]").Click();
        dialogs.WaitForAssertion(() => dialogs.Find("input").GetAttribute("value").ShouldBe("nearest fit"), Patience);
        Fronts.Desk.Looked.ShouldContain((Samples.Id('a').Value, Attention.Deciding, "first"));
        await dialogs.Find("input").KeyDownAsync("Enter");
        page.WaitForAssertion(() => page.Find("[data-testid=lost]").TextContent.ShouldSatisfyAllConditions(t => t.ShouldContain("filled already"), t => t.ShouldContain("越秀巡01"), t => t.ShouldContain("Li"), t => t.ShouldContain("13:06:08")), Patience);
        page.Find("[data-testid=lost] button").Click();
        page.FindAll("[data-testid=lost]").ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_is_on_a_lesser_incident_is_diverted_from_it_as_it_was_seen()
    {
        Fronts.OpenAnswer.Add(Line('a', 95, IncidentSeverity.High));
        Fronts.Desk.List = Fronts.Desk.List! with { Candidates = [new CandidateView(ResponderId.Parse("p-C-0001"), "patrolGroup", 60, "busy")] };
        Fronts.Responder = Samples.Responder() with { Incident = Samples.Id('b'), Op = OperationId.Parse("o-1") };
        Fronts.Elsewhere[Samples.Id('b').Value] = Samples.Incident() with { Id = Samples.Id('b'), Severity = IncidentSeverity.Low };
        var dialogs = Render<MudDialogProvider>();
        var page = OpenFirst();
        page.Find("[data-testid=candidates] [data-row]").Focus();
        page.WaitForAssertion(() => page.Find("[data-field=held]").TextContent.ShouldContain("Theft"), Patience);
        page.Find("[data-action=Send]").HasAttribute("disabled").ShouldBeTrue();
        page.Find("[data-action=Divert]").Click();
        dialogs.WaitForAssertion(() => dialogs.Find(".means").TextContent.ShouldContain("越秀巡01"), Patience);
        await dialogs.Find("input").KeyDownAsync("Enter");
        page.WaitForAssertion(() => Fronts.Protocol.Said.OfType<DivertCommand>().ShouldHaveSingleItem().From.ShouldBe(Samples.Id('b')), Patience);
    }

    [Fact]
    public async Task A_check_is_passed_by_choosing_and_never_by_Enter_alone()
    {
        Fronts.OpenAnswer.Add(Line('a', 95, IncidentSeverity.High));
        Fronts.Incident = Fronts.Incident! with { State = IncidentState.FedBack, Case = new CaseView("110", true, Feedback: new FeedbackView("resolved", "Li", null, Samples.Now)) };
        var dialogs = Render<MudDialogProvider>();
        var page = OpenFirst();
        page.Find("[data-action=Check]").Click();
        dialogs.WaitForAssertion(() => dialogs.FindAll("input[type=radio]").Count.ShouldBe(2), Patience);
        await dialogs.Find("fieldset").KeyDownAsync("Enter");
        Fronts.Case.Said.ShouldBeEmpty();
        await dialogs.Find("fieldset").KeyDownAsync("2");
        dialogs.WaitForAssertion(() => dialogs.Find("input[type=text]").GetAttribute("value").ShouldBe("the caller says it goes on"), Patience);
        await dialogs.Find("fieldset").KeyDownAsync("Enter");
        page.WaitForAssertion(() => Fronts.Case.Said.OfType<CheckCommand>().ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Passed.ShouldBeFalse(), c => c.Why.ShouldBe("the caller says it goes on"), c => c.IfVersion.ShouldBe(5)), Patience);
    }

    [Fact]
    public void Who_signs_the_evaluation_of_a_closed_incident_has_it_before_his_eyes()
    {
        Fronts.OpenAnswer.Add(Line('a', 95, IncidentSeverity.High));
        Fronts.Incident = Fronts.Incident! with { State = IncidentState.Closed, Assignments = [Fronts.Incident.Assignments[0] with { State = AssignmentState.Released }] };
        Fronts.Case.Findings = new Evaluation([new IntervalFinding("response", "first", 380, 300, 80)], [new NotSent("first", ResponderId.Parse("u-A-00001"), 41, "refused: out of service")]);
        var page = OpenFirst();
        page.WaitForAssertion(() => page.Find("[data-testid=evaluation] .late").TextContent.ShouldContain("late by 80 s"), Patience);
        page.Find("[data-testid=evaluation] p").TextContent.ShouldBe("学校01 was nearer (41 s, first on the spot) and did not go: refused: off line");
        page.FindAll("[data-testid=roles] .open").ShouldBeEmpty();
        page.Find("[data-testid=roles] [data-id=o-1]");
        page.Find("[data-action=Evaluate]").HasAttribute("disabled").ShouldBeFalse();
    }

    [Fact]
    public void Beside_each_candidate_stands_what_the_city_loses_when_he_goes()
    {
        Fronts.OpenAnswer.Add(Line('a', 95, IncidentSeverity.High));
        Fronts.Areas.Losses = [new LevelLoss(ReadinessLevel.Thin, 3, 1200, 0), new LevelLoss(ReadinessLevel.Dark, 1, 40, 1)];
        var page = OpenFirst();
        page.WaitForAssertion(() => page.Find("[data-field=price]").QuerySelectorAll(".fall").Select(f => f.TextContent).ShouldBe(["Dark2*", "Thin3"]), Patience);
        page.Find("[data-field=price]").GetAttribute("title").ShouldNotBeNull().ShouldContain("1200 people");
        Fronts.Areas.Priced.ShouldHaveSingleItem().ShouldBe(["u-A-00001"]);
    }

    [Fact]
    public void A_price_that_cannot_be_had_is_not_known_and_is_never_nothing()
    {
        Fronts.OpenAnswer.Add(Line('a', 95, IncidentSeverity.High));
        Fronts.Areas.Losses = null;
        var page = OpenFirst();
        page.WaitForAssertion(() => page.Find("[data-field=price]").TextContent.ShouldBe("not known"), Patience);
    }

    [Fact]
    public void What_climbed_who_waits_and_what_is_due_stand_on_the_page()
    {
        Fronts.OpenAnswer.Add(Line('a', 95, IncidentSeverity.High));
        Fronts.Incident = Fronts.Incident! with
        {
            Roles = [new RoleView("first", ["patrolGroup"], 2, [], null, false, [ResponderId.Parse("p-C-0001")], false)],
            Clocks = [new ClockView("accept-o-1", Samples.Now.AddSeconds(20), ["first"]), new ClockView("leader", Samples.Now.AddSeconds(-5), [])],
            Case = new CaseView("online", false, Escalations: [new EscalationLine(Samples.Id('a'), 1, AreaId.Parse("d-01"), "primary is not on scene", "scene-primary", Samples.Now, null, null, null)]),
        };
        var page = OpenFirst();
        page.Find("[data-field=advice]").TextContent.ShouldContain("越秀巡01");
        page.Find("[data-clock='accept-o-1'] time").TextContent.ShouldBe("0:20");
        page.Find("[data-clock=leader]").ClassList.ShouldContain("late");
        page.Find("[data-field=escalation]").TextContent.ShouldSatisfyAllConditions(t => t.ShouldContain("East"), t => t.ShouldContain("primary is not on scene"), t => t.ShouldContain("nobody has taken note"));
        page.Find("[data-field=unverified]");
        page.Find("[data-action=TakeNote]");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_may_be_the_same_event_stands_there_with_its_reasons_and_the_younger_joins_the_elder(bool elder)
    {
        Fronts.OpenAnswer.Add(Line('a', 95, IncidentSeverity.High));
        Fronts.Desk.Alike = Alike(elder);
        var dialogs = Render<MudDialogProvider>();
        var page = OpenFirst();
        page.WaitForAssertion(() => page.Find("[data-testid=similar] [data-row]").TextContent.ShouldSatisfyAllConditions(
            t => t.ShouldContain("40 m away"), t => t.ShouldContain("same type"), t => t.ShouldContain("75"), t => t.ShouldContain(elder ? "came first" : "came later")), Patience);
        page.Find("[data-action=Merge]").HasAttribute("disabled").ShouldBeTrue();
        page.Find("[data-testid=similar] [data-row]").Focus();
        page.Find("[data-action=Merge]").Click();
        dialogs.WaitForAssertion(() => dialogs.Find(".means").TextContent.ShouldStartWith(elder ? "This one joins" : "Theft (Low), which came later"), Patience);
        await dialogs.Find("input").KeyDownAsync("Enter");
        page.WaitForAssertion(() => Fronts.Protocol.Said.OfType<MergeCommand>().ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            c => c.Into.ShouldBe(Samples.Id(elder ? 'b' : 'a')), c => c.Why.ShouldBe("the same event"), c => c.IfVersion.ShouldBe(elder ? 5 : null)), Patience);
    }

    [Fact]
    public async Task What_is_merged_leads_to_the_elder_and_is_undone_by_choosing_how_it_goes_on()
    {
        Fronts.OpenAnswer.Add(Line('a', 95, IncidentSeverity.High));
        Fronts.Incident = Fronts.Incident! with { State = IncidentState.Closed, MergedInto = Samples.Id('b') };
        Fronts.Elsewhere[Samples.Id('b').Value] = Fronts.Incident with
        {
            Id = Samples.Id('b'), State = IncidentState.Open, MergedInto = null,
            Merged = [new MergedView(Samples.Id('a'), "Li", "one event", Samples.Now, [new EvidenceView("desk", "1", "110", "theft", IncidentSeverity.Low, Samples.Now)])],
        };
        var dialogs = Render<MudDialogProvider>();
        var page = OpenFirst();
        page.Find("[data-action=Unmerge]").Click();
        dialogs.WaitForAssertion(() => dialogs.FindAll("input[type=radio]").Count.ShouldBe(2), Patience);
        await dialogs.Find("fieldset").KeyDownAsync("1");
        await dialogs.Find("fieldset").KeyDownAsync("Enter");
        page.WaitForAssertion(() => Fronts.Protocol.Said.OfType<UnmergeCommand>().ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Redispatch.ShouldBeTrue(), c => c.Why.ShouldBe("another event after all")), Patience);
        page.Find("[data-field=merged-into] button").Click();
        page.WaitForAssertion(() => page.Find("[data-testid=merged]").TextContent.ShouldSatisfyAllConditions(t => t.ShouldContain("Li merged"), t => t.ShouldContain("one event"), t => t.ShouldContain("Theft")), Patience);
    }

    [Fact]
    public async Task A_neighbour_city_that_is_asked_stands_there_and_its_answer_is_recorded_by_choosing()
    {
        Fronts.OpenAnswer.Add(Line('a', 95, IncidentSeverity.High));
        var asked = new PartnerView(1, "foshan", new BilingualName("佛山", "Foshan"), "first", "patrolGroup", 2, Samples.Now, Samples.Now.AddMinutes(25), null, null, null, null, null);
        Fronts.Incident = Fronts.Incident! with
        {
            Roles = [Fronts.Incident.Roles![0] with { Reach = Reach.Partner }],
            Partners = [asked with { Number = 1, Sends = 0, By = "Li", Why = "busy itself" }, asked with { Number = 2 }],
        };
        var dialogs = Render<MudDialogProvider>();
        var page = OpenFirst();
        page.Find("[data-field=reach]").TextContent.ShouldContain("a neighbour city");
        page.FindAll("[data-testid=partners] [data-field=answer]").Select(a => a.TextContent).ShouldBe(["sends nobody (Li)", "call its duty desk and record the answer"]);
        page.Find("[data-action=AnswerPartner]").Click();
        dialogs.WaitForAssertion(() => dialogs.Find(".means").TextContent.ShouldContain("Foshan (2 ×"), Patience);
        await dialogs.Find("fieldset").KeyDownAsync("1");
        await dialogs.Find("fieldset").KeyDownAsync("Enter");
        page.WaitForAssertion(() => Fronts.Case.Said.OfType<PartnerAnswerCommand>().ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.Count.ShouldBe(2), c => c.Why.ShouldBe("by telephone with its duty desk")), Patience);
    }

    [Fact]
    public void A_viewer_is_offered_nothing_to_do()
    {
        Fronts.Desk.Alike = Alike(elder: true);
        Users.Scopes = Scope.Read;
        Fronts.OpenAnswer.Add(Line('a', 95, IncidentSeverity.High));
        var page = OpenFirst();
        page.FindAll("[data-action]").ShouldBeEmpty();
        page.Find("[data-testid=readonly]").TextContent.ShouldNotBeEmpty();
    }

    private IRenderedComponent<CityGuard.Web.Components.Pages.Desk> OpenFirst()
    {
        var page = Render<CityGuard.Web.Components.Pages.Desk>();
        page.WaitForAssertion(() => page.Find("[data-testid=queue] [data-row]"), Patience);
        page.Find("[data-testid=queue] [data-row]").Click();
        page.WaitForAssertion(() => page.Find("[data-testid=candidates] [data-row]"), Patience);
        return page;
    }

    private static SimilarList Alike(bool elder) => new(Samples.Id('a'), 5, true, [new SimilarIncident(Samples.Line('b', IncidentSeverity.Low, 60), elder, new Likeness(0.75, 40, 60, true, 0.5))]);

    private static IncidentLine Line(char mark, int? due, IncidentSeverity severity) => Samples.Line(mark, severity, 60) with { Due = due is { } seconds ? Samples.Now.AddSeconds(seconds) : null };
}
