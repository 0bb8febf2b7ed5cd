using System.Text.Json.Nodes;
using Bunit;
using CityGuard.Abstractions;
using CityGuard.Abstractions.Scenarios;
using CityGuard.Abstractions.Security;
using CityGuard.Domain.Areas;
using CityGuard.Domain.People;
using CityGuard.Domain.Scenarios;
using CityGuard.Web.Components.Map;
using CityGuard.Web.Components.WhatIf;
using CityGuard.Web.Tests.Fakes;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Components.Pages;

public sealed class WhatIfTests : Room
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly RunView Done = new(
        "sr-1", new RunQuestion([new ScenarioRef("sc-new", 1)], true, 20, 1, 0.95, null), "Li", Samples.Now, RunPhase.Done, ["present", "night"], 20, TimeSpan.FromSeconds(9), null,
        [new Interval(0.81, 0.01), new Interval(0.84, 0.012)], [new Interval(0.03, 0.004)]);

    public WhatIfTests()
    {
        Users.Scopes = Scope.Read | Scope.Command;
        Users.Role = PersonRole.Commander;
        Fronts.SummaryAnswer = Samples.Summary();
        JSInterop.Mode = JSRuntimeMode.Loose;
        Fronts.Scenarios.Now = """{"name":"now","city":"h","live":{"at":"2026-11-30T08:00:00Z","responders":[{"id":"p-C-0001"},{"id":"p-C-0002"}],"incidents":[{"type":"theft"}]},"time":{"days":1},"edits":[],"kept":{"as":"it is"}}""";
    }

    [Fact]
    public void A_scenario_of_the_living_city_says_when_it_was_taken_and_what_it_holds()
    {
        var page = Open();
        page.Find("[data-testid=new-live]").Click();
        page.WaitForAssertion(() => page.Find("[data-testid=base]").TextContent.ShouldContain("2 on duty, 1 calls waiting"), Patience);
        page.Find("[data-testid=edits]").TextContent.ShouldContain("Nothing yet");
    }

    [Fact]
    public void A_post_that_is_dragged_becomes_a_change_and_dragged_again_it_is_still_one()
    {
        var page = Started();
        Drag(page, "p-C-0001", 113.1, 23.1);
        Drag(page, "p-C-0001", 113.2, 23.2);
        page.FindAll("[data-edit=move]").ShouldHaveSingleItem().TextContent.ShouldContain("113.2000, 23.2000");
        page.Find("[data-edit=move] button").Click();
        page.FindAll("[data-edit]").ShouldBeEmpty();
    }

    [Fact]
    public void What_is_changed_is_saved_asked_and_answered_with_intervals()
    {
        Fronts.Scenarios.View = Done;
        Fronts.Scenarios.Files[RunFile.Answer] = Answer;
        Fronts.Scenarios.Files[RunFile.Map] = """{"type":"FeatureCollection","features":[{"properties":{"cell":"c-00001","difference":-0.1}},{"properties":{"cell":"c-00002"}}]}""";
        var page = Started();
        page.Find("[data-field=name]").Change("night");
        page.Find("[data-field=kind]").Change("demand");
        page.Find("[data-field=factor]").Change("3");
        page.Find("[data-testid=edit-form]").Submit();
        page.Find("[data-field=replications]").Change("40");
        page.Find("[data-testid=ask]").Click();
        page.WaitForAssertion(() => page.Find("[data-testid=answer]"), Patience);

        var saved = JsonNode.Parse(Fronts.Scenarios.Said.OfType<SaveScenarioCommand>().ShouldHaveSingleItem().Text)!;
        ((string?)saved["name"], (double?)saved["edits"]![0]!["factor"], (string?)saved["kept"]!["as"]).ShouldBe(("night", 3, "it is"));
        var asked = Fronts.Scenarios.Said.OfType<AskRunCommand>().ShouldHaveSingleItem().Question;
        (asked.Scenarios, asked.WithPresent, asked.Replications).ShouldSatisfyAllConditions(q => q.Scenarios.ShouldBe([new ScenarioRef("sc-new", 1)]), q => q.WithPresent.ShouldBeTrue(), q => q.Replications.ShouldBe(40));
        page.Find("[data-testid=progress]").TextContent.ShouldContain("+3.00 ± 0.40 %");
        var change = page.FindAll("[data-testid=within-change]").ShouldHaveSingleItem();
        change.InnerHtml.ShouldContain("<b>+3.00 ± 0.40 %</b>");
        page.Find("[data-testid=answer]").TextContent.ShouldContain("(not clear)");
        page.Find("[data-testid='report.html']").GetAttribute("href").ShouldBe("/api/v1/runs/sr-1/files/report.html");

        // What is changed afterwards was not asked.
        page.Find("[data-field=note]").Change("later");
        page.FindAll("[data-testid=answer]").ShouldBeEmpty();
    }

    [Fact]
    public void What_cannot_be_played_is_told_by_path()
    {
        Fronts.Scenarios.Refusal = new Refusal(RefusalCode.Unprocessable, "$.edits[0].who[0]: there is no responder 'x' here");
        var page = Open();
        page.Find("[data-testid=new-package]").Click();
        page.Find("[data-testid=ask]").Click();
        page.WaitForAssertion(() => page.Find("[data-testid=refused]").TextContent.ShouldContain("$.edits[0].who[0]"), Patience);
        page.FindAll("[data-testid=progress]").ShouldBeEmpty();
    }

    /// <summary>A file that somebody sent may hold anything: what this page cannot read is shown as it is, and the city says what is wrong with it.</summary>
    [Fact]
    public void A_file_of_another_make_does_not_break_the_page()
    {
        Fronts.Scenarios.Saved.Add(new SavedScenario(new ScenarioLine("sc-1", "odd", 1, Samples.Now, "Li", ""), """{"name":7,"time":{"days":"x"},"live":{"at":3},"edits":[{"do":5},{"do":"move","who":"x","to":{"lon":"a"}},{"do":"add","count":"many"},{"do":"demand","factor":[]},{"do":"nonsense","deep":{"er":1}}]}"""));
        var page = Open();
        page.Find("[data-id=sc-1]").Click();
        page.WaitForAssertion(() => page.FindAll("[data-testid=edits] tbody tr").Count.ShouldBe(5), Patience);
        page.Find("[data-edit=nonsense]").TextContent.ShouldContain("deep");
    }

    [Fact]
    public void A_run_that_goes_on_can_be_given_up()
    {
        Fronts.Scenarios.View = Done with { Phase = RunPhase.Playing, Counted = 3, Left = TimeSpan.FromSeconds(42) };
        var page = Started();
        page.Find("[data-testid=ask]").Click();
        page.WaitForAssertion(() => page.Find("[data-testid=progress]").TextContent.ShouldSatisfyAllConditions(t => t.ShouldContain("3 of 20 nights"), t => t.ShouldContain("42 s left")), Patience);
        Fronts.Scenarios.View = Done with { Phase = RunPhase.Cancelled };
        page.Find("[data-testid=cancel]").Click();
        page.WaitForAssertion(() => page.Find("[data-testid=progress]").GetAttribute("data-phase").ShouldBe("Cancelled"), Patience);
    }

    [Fact]
    public void A_saved_one_is_opened_and_another_is_played_beside_it()
    {
        Fronts.Scenarios.Saved.Add(new SavedScenario(new ScenarioLine("sc-1", "first", 2, Samples.Now, "Li", ""), """{"name":"first","city":"h","edits":[{"do":"shift","who":["p-C-0001"],"on":[]}]}"""));
        Fronts.Scenarios.Saved.Add(new SavedScenario(new ScenarioLine("sc-2", "second", 1, Samples.Now, "Wu", ""), """{"name":"second","city":"h"}"""));
        Fronts.Scenarios.View = Done with { Phase = RunPhase.Playing };
        var page = Open();
        page.Find("[data-id=sc-1]").Click();
        page.WaitForAssertion(() => page.Find("[data-edit=shift]").TextContent.ShouldContain("p-C-0001"), Patience);
        page.Find("[data-testid=scenarios] .beside").Click();
        page.Find("[data-testid=run]").TextContent.ShouldContain("second");
        page.Find("[data-testid=ask]").Click();
        page.WaitForAssertion(() => Fronts.Scenarios.Said.OfType<AskRunCommand>().ShouldHaveSingleItem().Question.Scenarios.ShouldBe([new ScenarioRef("sc-1", 2), new ScenarioRef("sc-2", 1)]), Patience);
        Fronts.Scenarios.Said.OfType<SaveScenarioCommand>().ShouldBeEmpty("nothing was changed");
    }

    [Theory]
    [InlineData(PersonRole.Viewer, "city-small", false)]
    [InlineData(PersonRole.Commander, "d-01", true)]
    public void Who_does_not_command_the_whole_city_does_not_adopt(PersonRole role, string area, bool plans)
    {
        (Users.Role, Users.Area, Users.Scopes) = (role, AreaId.Parse(area), plans ? Scope.Read | Scope.Command : Scope.Read);
        Fronts.Scenarios.Saved.Add(new SavedScenario(new ScenarioLine("sc-1", "first", 2, Samples.Now, "Li", ""), """{"name":"first","city":"h"}"""));
        var page = Open();
        page.Find("[data-id=sc-1]").Click();
        page.WaitForAssertion(() => page.Find("[data-testid=scenario]"), Patience);
        page.FindAll("[data-testid=adopt]").ShouldBeEmpty();
        page.FindAll("[data-testid=ask]").Count.ShouldBe(plans ? 1 : 0);
    }

    private const string Answer = """
        {"replications":20,"days":1,"level":0.95,"scenarios":[
          {"name":"present","whole":{"dimension":"all","key":"all","perDay":9,"within":{"mean":0.81,"half":0.01},"late":{"mean":0.19,"half":0.01},"meanResponse":{"mean":300,"half":4},"unserved":{"mean":0,"half":0}},
           "groups":[{"dimension":"severity","key":"high","perDay":2,"within":{"mean":0.7,"half":null},"late":{"mean":0.3,"half":null},"meanResponse":{"mean":310,"half":9},"unserved":{"mean":0,"half":0}}],
           "percentiles":[{"of":"response","p50":{"mean":290,"half":3},"p90":{"mean":500,"half":9}}],"totals":[],"curve":[0,0.5,1]},
          {"name":"night","whole":{"dimension":"all","key":"all","perDay":9,"within":{"mean":0.84,"half":0.012},"late":{"mean":0.16,"half":0.01},"meanResponse":{"mean":null,"half":null},"unserved":{"mean":0,"half":0}},
           "groups":[],"percentiles":[{"of":"response","p50":{"mean":290,"half":3},"p90":{"mean":500,"half":9}}],"totals":[],"curve":[0,0.6,1]}],
         "differences":[{"of":"night","from":"present","figures":[{"name":"within","value":{"mean":0.03,"half":0.004}},{"name":"meanResponse","value":{"mean":-1,"half":4}},{"name":"p90Response","value":{"mean":0,"half":2}}]}]}
        """;

    private IRenderedComponent<Web.Components.Pages.WhatIf> Open()
    {
        var page = Render<Web.Components.Pages.WhatIf>();
        page.WaitForAssertion(() => page.Find("[data-testid=no-scenario]"), Patience);
        page.WaitForAssertion(() => page.FindAll("[data-testid=scenarios] [data-row]").Count.ShouldBe(Fronts.Scenarios.Saved.Count), Patience);
        return page;
    }

    private IRenderedComponent<Web.Components.Pages.WhatIf> Started()
    {
        var page = Open();
        page.Find("[data-testid=new-live]").Click();
        page.WaitForAssertion(() => page.Find("[data-testid=scenario]"), Patience);
        return page;
    }

    private static void Drag(IRenderedComponent<Web.Components.Pages.WhatIf> page, string who, double lon, double lat)
    {
        var map = page.FindComponent<WhatIfRoom>().FindComponent<MapView>();
        map.InvokeAsync(() => map.Instance.OnPostMoved(who, lon, lat));
        page.WaitForAssertion(() => page.FindAll("[data-edit=move]").Count.ShouldBe(1), Patience);
    }
}
