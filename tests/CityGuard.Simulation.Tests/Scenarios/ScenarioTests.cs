using CityGuard.Cities.Sample;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Targets;
using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Reports;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;
using CityGuard.Simulation.Statistics;
using CityGuard.Simulation.Tests.Engine;
using Shouldly;
using Xunit;

namespace CityGuard.Simulation.Tests.Scenarios;

public sealed class ScenarioTests
{
    private static GeoPoint Somewhere => PlayedCity.Sample.City.Cells.Centres[100];

    [Fact]
    public void A_deployment_that_is_left_as_it_was_is_not_made_ready_again()
    {
        var present = PreparedScenario.Make(PlayedCity.Sample, PlayedCity.Scenario());
        var rain = PreparedScenario.Make(PlayedCity.Sample, PlayedCity.Scenario(new DemandEdit(2)));
        var moved = PreparedScenario.Make(PlayedCity.Sample, PlayedCity.Scenario(new MoveEdit(["p-C-0001"], PlayedCity.Sample.City.Cells.Centres[0])));
        rain.World.Near[0].ShouldBeSameAs(present.World.Near[0]);
        moved.World.Near[0].ShouldNotBeSameAs(present.World.Near[0]);
    }

    [Fact]
    public void Scenarios_of_different_times_are_not_compared()
        => Should.Throw<ScenarioException>(() => PreparedScenario.MakeAll(PlayedCity.Sample, [PlayedCity.Scenario(), PlayedCity.Scenario() with { Name = "longer", Time = new ScenarioTime(0, 4, 6) }]))
            .Problems.ShouldHaveSingleItem().ShouldSatisfyAllConditions(p => p.Path.ShouldBe("$.time"), p => p.Reason.ShouldContain("longer"));

    [Fact]
    public void A_scenario_survives_its_file()
    {
        var scenario = PlayedCity.Scenario(
            new MoveEdit(["p-C-0001"], Somewhere), new AddEdit("new-", "patrolGroup", 3, Somewhere, "C"), new RemoveEdit(["p-C-0002"]), new ReclassEdit(["p-C-0003"], Class: "B"),
            new ShiftEdit(["p-C-0004"], [new MinuteSpan(0, 480)]), new DutyEdit("s-01-01", "2"), new RoadEdit("样例2路", Factor: 3), new DemandEdit(1.5, ["theft"], "s-01-01"),
            new CrowdEdit("concert", Somewhere, 400, [5, 20, 5], [new CrowdShare("disturbance", IncidentSeverity.Medium, 1)]), new TyphoonEdit(2, 1.5, false, 0, 12),
            new InjectEdit([new Injected(60, "robbery", IncidentSeverity.High, Somewhere)]), new DropPlanEdit("grave"),
            new PlanEdit(new ResponsePlan("mine", ["theft"], [], [], [new PlanRole("primary", ["patrolGroup"], [], 2, 300)], null)));
        var text = ScenarioJson.Write(scenario);
        ScenarioJson.Write(ScenarioJson.Read(text)).ShouldBe(text);
        ScenarioDiff.Lines(scenario, ScenarioJson.Read(text)).ShouldBe(["the two scenarios are the same"]);
        PlayedCity.Play(ScenarioJson.Read(text)).Count(Dimension.All, 0, Metric.Incidents).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_difference_is_told_by_its_path()
    {
        var a = PlayedCity.Scenario(new DemandEdit(1.5));
        var lines = ScenarioDiff.Lines(a, a with { Edits = [new DemandEdit(2)], Policy = new ScenarioPolicy { Redispatch = true } });
        lines.ShouldBe(["~ $.edits[0].factor: 1.5 -> 2", "~ $.policy.redispatch: false -> true"]);
    }

    [Fact]
    public void Everything_wrong_is_named_at_once_with_its_path()
    {
        var scenario = PlayedCity.Scenario(
            new MoveEdit(["p-C-0001", "p-C-9999"], Somewhere), new MoveEdit(["p-C-0001"], new GeoPoint(0, 0)), new AddEdit("new-", "patrolGroup", -3, Somewhere), new AddEdit("x", "tank", 1, Somewhere),
            new RemoveEdit(["p-C-0002"]), new MoveEdit(["p-C-0002"], Somewhere), new DutyEdit("s-99-99", "7"), new DemandEdit(-1), new MoveEdit(["u-A-00001"], Somewhere),
            new PlanEdit(new ResponsePlan("huge", ["theft"], [], [], [new PlanRole("all", ["patrolGroup"], [], 99, 0)], null)), new RoadEdit("nowhere"));
        var problems = Should.Throw<ScenarioException>(() => PreparedScenario.Make(PlayedCity.Sample, scenario)).Problems.Select(p => p.Path).ToArray();
        problems.ShouldBe(
            [
                "$.edits[6].level", "$.edits[6].area", "$.edits[0].who[1]", "$.edits[1].to", "$.edits[2].count", "$.edits[3].kind", "$.edits[3].prefix", "$.edits[5].who[0]", "$.edits[7].factor",
                "$.edits[8].who[0]", "$.edits[9].plan.roles[0].withinSeconds", "$.edits[9].plan.roles", "$.edits[10]",
            ], ignoreOrder: true);
    }

    // A setting that does nothing is worse than none.
    [Fact]
    public void Moving_somebody_who_is_not_on_duty_is_refused_until_he_has_a_shift()
    {
        var duty = PlayedCity.Sample.City.Rules.Duty[0] with { ShareOut = new Dictionary<string, double> { ["patrolGroup"] = 0.5 } };
        var city = PlayedCity.Sample.City;
        var draft = SampleCity.Draft();
        using var half = new CityGuard.Cities.CityModel(draft.Manifest, draft.Parts with { Rules = draft.Parts.Rules with { Duty = [duty, .. city.Rules.Duty.Skip(1)] } });
        var at = new SimulationCity(half);
        var present = PlayedCity.Scenario();
        var onDuty = PreparedScenario.Make(at, present).Labels.Responders.ToHashSet();
        var off = half.Responders.First(r => r.Kind == "patrolGroup" && !onDuty.Contains(r.Id.Value)).Id.Value;
        Should.Throw<ScenarioException>(() => PreparedScenario.Make(at, PlayedCity.Scenario(new MoveEdit([off], Somewhere)))).Problems.Single().Reason.ShouldContain("not on duty");
        PreparedScenario.Make(at, PlayedCity.Scenario(new ShiftEdit([off], []), new MoveEdit([off], Somewhere))).Labels.Responders.ShouldContain(off);
    }

    [Fact]
    public void A_scenario_of_another_city_is_refused()
    {
        var problem = Should.Throw<ScenarioException>(() => PreparedScenario.Make(PlayedCity.Sample, new Scenario("other", "0123456789abcdef"))).Problems.Single();
        problem.Path.ShouldBe("$.city");
        problem.Reason.ShouldContain("0123456789ab");
    }

    [Theory]
    [InlineData("""{"name":"a"}""", "$")]
    [InlineData("""{"name":"a","city":"b","edits":[{"do":"fly"}]}""", "$.edits[0]")]
    [InlineData("""{"name":"a","city":"b","time":{"day":3}}""", "$.time")]
    [InlineData("""{"name":"a","city":"b","schema":9}""", "$.schema")]
    [InlineData("null", "$")]
    [InlineData("[", "$")]
    public void A_file_that_is_none_is_refused_with_the_place(string text, string path)
        => Should.Throw<ScenarioException>(() => ScenarioJson.Read(text)).Problems.Single().Path.ShouldStartWith(path);

    [Fact]
    public void The_schema_is_one() => ScenarioJson.Schema().ShouldContain("\"https://json-schema.org/draft/2020-12/schema\"");

    // Two deployments meet the same night: an edit that changes nothing changes no figure at all.
    [Fact]
    public void An_edit_that_changes_nothing_differs_by_zero_in_every_figure()
    {
        var at = PlayedCity.Sample;
        at.City.TryResponder("p-C-0007", out var patrol);
        var same = PlayedCity.Scenario(new MoveEdit(["p-C-0007"], at.City.Responders[patrol].Post), new DemandEdit(1), new ReclassEdit(["p-C-0007"], Class: at.City.Responders[patrol].Class)) with { Name = "same" };
        var played = Play([PlayedCity.Scenario(), same], new RunOptions(6));
        ConservationTests.Same(played[0].Sum, played[1].Sum);
        var answer = AnswerMaker.Make(at.City, played, new RunOptions(6));
        answer.Differences[0].Figures.ShouldAllBe(f => f.Value.Mean == 0 && f.Value.Half == 0 || double.IsNaN(f.Value.Mean));
        answer.Differences[0].Groups.ShouldAllBe(g => (g.Within.Mean == 0 || double.IsNaN(g.Within.Mean)) && (g.MeanResponse.Mean == 0 || double.IsNaN(g.MeanResponse.Mean)));
    }

    [Fact]
    public void The_answer_is_the_same_on_one_and_on_two_threads()
    {
        var busy = PlayedCity.Busy();
        var one = AnswerFiles.ToJson(AnswerMaker.Make(PlayedCity.Sample.City, Play([busy, PlayedCity.Scenario()], new RunOptions(8, 5, Threads: 1)), new RunOptions(8, 5)));
        var two = AnswerFiles.ToJson(AnswerMaker.Make(PlayedCity.Sample.City, Play([busy, PlayedCity.Scenario()], new RunOptions(8, 5, Threads: 2)), new RunOptions(8, 5)));
        two.ShouldBe(one);
    }

    [Fact]
    public void It_stops_at_the_first_replication_where_the_interval_is_narrow_enough()
    {
        var options = new RunOptions(200, 3, HalfWidth: 0.02, Threads: 2);
        var played = Play([PlayedCity.Busy(10)], options)[0];
        var n = played.Outcomes.Count;
        n.ShouldBeInRange(10, 199);
        played.Outcomes.Select(o => o.Replication).ShouldBe(Enumerable.Range(0, n));
        double[] shares = [.. played.Outcomes.Select(o => new ShareMeasure(Dimension.All, 0, Metric.Within).Of(o, played.Sum))];
        Estimate.Of(shares, 0.95).Half.ShouldBeLessThanOrEqualTo(0.02);
        for (var fewer = 10; fewer < n; fewer++)
            Estimate.Of(shares.AsSpan(0, fewer), 0.95).Half.ShouldBeGreaterThan(0.02);
        played.Sum.Replications.ShouldBe(n);
    }

    // More of what helps must help, and more calls must not: seen on the same nights.
    [Fact]
    public void Edits_work_in_the_direction_they_must()
    {
        var options = new RunOptions(10, 2);
        var scenarios = new[]
        {
            PlayedCity.Busy(6),
            PlayedCity.Busy(6) with { Name = "more", Edits = [new DemandEdit(6), new AddEdit("new-", "patrolGroup", 10, Somewhere, "C")] },
            PlayedCity.Busy(6) with { Name = "fewer", Edits = [new DemandEdit(6), new RemoveEdit([.. Enumerable.Range(1, 10).Select(i => $"p-C-{i:0000}")])] },
            PlayedCity.Busy(9) with { Name = "calls" },
            PlayedCity.Busy(6) with { Name = "storm", Edits = [new DemandEdit(6), new TyphoonEdit(1, 3, false)] },
            PlayedCity.Busy(6) with { Name = "duty", Edits = [new DemandEdit(6), new DutyEdit("city-sample", "1")] },
        };
        var answer = AnswerMaker.Make(PlayedCity.Sample.City, Play(scenarios, options), options);
        Response("more").IsClear.ShouldBeTrue();
        Response("more").Mean.ShouldBeLessThan(0);
        Response("fewer").Mean.ShouldBeGreaterThan(0);
        Response("calls").Mean.ShouldBeGreaterThan(0);
        Response("storm").Mean.ShouldBeGreaterThan(30);
        Response("duty").Mean.ShouldBeLessThan(0);

        Estimate Response(string name) => answer.Differences.Single(d => d.Of == name).Figures.Single(f => f.Name == "meanResponse").Value;
    }

    [Fact]
    public void More_calls_leave_the_others_as_they_were()
    {
        var few = Incidents(PlayedCity.Scenario());
        var more = Incidents(PlayedCity.Scenario(new DemandEdit(1.7)));
        var less = Incidents(PlayedCity.Scenario(new DemandEdit(0.6)));
        few.Except(more).ShouldBeEmpty();
        less.Except(few).ShouldBeEmpty();
        ((double)more.Count / few.Count).ShouldBe(1.7, 0.15);
        ((double)less.Count / few.Count).ShouldBe(0.6, 0.1);

        static HashSet<(long, int, int)> Incidents(Scenario scenario)
        {
            var tape = new CityGuard.Simulation.Demand.IncidentTape();
            PreparedScenario.Make(PlayedCity.Sample, scenario).Demand.Write(tape, 4, 0);
            return [.. Enumerable.Range(0, tape.Count).Select(i => (tape[i].Received, tape[i].Cell, tape[i].Call))];
        }
    }

    [Fact]
    public void The_sample_city_of_the_tests_is_the_products_own() => SampleCity.Build().Manifest.Hash.ShouldBe(PlayedCity.Sample.City.Manifest.Hash);

    private static IReadOnlyList<PlayedScenario> Play(IReadOnlyList<Scenario> scenarios, RunOptions options)
        => ScenarioRun.Play([.. scenarios.Select(s => PreparedScenario.Make(PlayedCity.Sample, s))], options, cancel: TestContext.Current.CancellationToken);
}
