using CityGuard.Domain.Incidents;
using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;
using CityGuard.Simulation.Tests.Engine;
using Shouldly;
using Xunit;

namespace CityGuard.Simulation.Tests.Scenarios;

/// <summary>A scenario that begins with a city as it stood: who was on duty, where, and doing what.</summary>
public sealed class LiveBaseTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 30, 0, TimeSpan.FromHours(8));

    [Fact]
    public void The_night_begins_at_that_moment_with_those_who_were_on_duty()
    {
        var prepared = PreparedScenario.Make(PlayedCity.Sample, Of(Everybody("p-")));
        prepared.Time.StartMinute.ShouldBe((12 * 60) + 30);
        prepared.Time.Warm.ShouldBe(0);
        prepared.Labels.Responders.ShouldAllBe(id => id.StartsWith("p-", StringComparison.Ordinal));
        prepared.Labels.Responders.Count.ShouldBe(30);
    }

    [Fact]
    public void What_was_open_is_taken_up_at_once()
    {
        var quiet = Of(Everybody("p-")) with { Edits = [new DemandEdit(0)] };
        var one = quiet with { Live = quiet.Live! with { Incidents = [new LiveIncident("theft", IncidentSeverity.Low, "c-00100")] } };
        PlayedCity.Play(quiet).Count(Dimension.All, 0, Metric.Incidents).ShouldBe(0);
        var tally = PlayedCity.Play(one);
        tally.Count(Dimension.All, 0, Metric.Incidents).ShouldBe(1);
        tally.CellIncidents[99].ShouldBe(1);
    }

    [Fact]
    public void Who_was_busy_is_not_sent_before_he_is_done()
    {
        var only = new LiveResponder("p-C-0001", "c-00100", IncidentSeverity.High, BusySeconds: 1800);
        var busy = Of([only]) with { Edits = [new DemandEdit(0)], Service = new ServiceTimes { Processing = CityGuard.Simulation.Chance.Distribution.Constant(0), TurnoutCv = 0 } };
        busy = busy with { Live = busy.Live! with { Incidents = [new LiveIncident("theft", IncidentSeverity.Low, "c-00100")] } };
        var free = busy with { Live = busy.Live! with { Responders = [only with { Severity = null, BusySeconds = 0 }] } };
        Response(busy).ShouldBeGreaterThan(1_800_000);
        Response(free).ShouldBeLessThan(300_000);

        static long Response(Scenario scenario) => PlayedCity.Play(scenario).Count(Dimension.All, 0, Metric.ResponseSum);
    }

    [Fact]
    public void Orders_and_closures_of_that_moment_hold()
    {
        var at = PlayedCity.Sample;
        var ordered = Of(Everybody("p-"));
        ordered = ordered with { Live = ordered.Live! with { Duty = new Dictionary<string, string> { ["s-01-01"] = "1" }, Roads = [new RoadEdit("样例2路")] } };
        var prepared = PreparedScenario.Make(at, ordered);
        prepared.World.DutyOfCell[0].ShouldBe((byte)3);
        prepared.World.DutyOfCell[^1].ShouldBe((byte)0);
        prepared.World.Travels.ShouldNotContain(at.Travel(null, []));
    }

    [Fact]
    public void Who_was_posted_elsewhere_goes_back_there()
    {
        var there = PlayedCity.Sample.City.Cells.Centres[199];
        var moved = Of(Everybody("p-"));
        moved = moved with { Live = moved.Live! with { Posts = new Dictionary<string, Domain.Geography.GeoPoint> { ["p-C-0001"] = there } } };
        PreparedScenario.Make(PlayedCity.Sample, moved).World.Units.Single(u => u.Id == "p-C-0001").Cell.ShouldBe(199);
        ScenarioJson.Read(ScenarioJson.Write(moved)).Live!.Posts!["p-C-0001"].ShouldBe(there);
        moved = moved with { Live = moved.Live! with { Posts = new Dictionary<string, Domain.Geography.GeoPoint> { ["p-C-9999"] = there, ["p-C-0001"] = new(0, 0) } } };
        Should.Throw<ScenarioException>(() => PreparedScenario.Make(PlayedCity.Sample, moved)).Problems.Select(p => p.Path).ShouldBe(["$.live.posts.p-C-9999", "$.live.posts.p-C-0001"]);
    }

    [Fact]
    public void A_base_of_other_responders_is_refused()
        => Should.Throw<ScenarioException>(() => PreparedScenario.Make(PlayedCity.Sample, Of([new LiveResponder("p-C-9999", "c-00001"), new LiveResponder("p-C-0001", "c-99999")])))
            .Problems.Select(p => p.Path).ShouldBe(["$.live.responders[0]", "$.live.responders[1]"]);

    [Fact]
    public void Incidents_of_nowhere_are_refused()
    {
        var scenario = Of(Everybody("p-"));
        scenario = scenario with { Live = scenario.Live! with { Incidents = [new LiveIncident("nonsense", IncidentSeverity.Low, "c-00001"), new LiveIncident("theft", IncidentSeverity.Low, "c-99999")] } };
        Should.Throw<ScenarioException>(() => PreparedScenario.Make(PlayedCity.Sample, scenario)).Problems.Select(p => p.Path).ShouldBe(["$.live.incidents[0]", "$.live.incidents[1]"]);
    }

    [Fact]
    public void Nobody_is_in_two_places()
        => Should.Throw<ScenarioException>(() => PreparedScenario.Make(PlayedCity.Sample, Of([new LiveResponder("p-C-0001", "c-00001"), new LiveResponder("p-C-0001", "c-00002")])))
            .Problems.Single().Path.ShouldBe("$.live.responders");

    private static LiveResponder[] Everybody(string prefix)
        => [.. PlayedCity.Sample.City.Responders.Where(r => r.Id.Value.StartsWith(prefix, StringComparison.Ordinal)).Select(r => new LiveResponder(r.Id.Value, r.Cell.Value))];

    private static Scenario Of(IReadOnlyList<LiveResponder> responders)
        => PlayedCity.Scenario() with { Live = new LiveBase(Noon, responders, [], new Dictionary<string, string>(), []) };
}
