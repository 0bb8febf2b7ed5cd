using CityGuard.Domain.Incidents;
using CityGuard.Simulation.Chance;
using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;
using Shouldly;
using Xunit;

namespace CityGuard.Simulation.Tests.Engine;

/// <summary>Where the free go: each policy does what it is for.</summary>
public sealed class RelocationTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 30, 12, 0, 0, TimeSpan.FromHours(8));
    private static readonly string[] Two = ["p-C-0001", "p-C-0002"];

    [Fact]
    public void By_a_table_whoever_becomes_free_holds_the_cell_that_the_table_wants_held()
    {
        const int Wanted = 199;
        var policy = new ScenarioPolicy { Relocation = RelocationRule.Table, ComplianceTable = [[Id(Wanted)], [Id(Wanted), Cell("p-C-0002")]] };
        var (home, held) = (Second(new ScenarioPolicy(), Wanted), Second(policy, Wanted));
        held.ShouldBeLessThan(home);
        // It stands in that very cell: turnout and the way inside it.
        held.TotalSeconds.ShouldBe(Turnout(), 60);
    }

    [Fact]
    public void Patrols_led_by_data_are_where_calls_are_to_be_expected()
    {
        // In the far corner of its own sector.
        var cells = PlayedCity.Sample.City.Cells;
        var (sector, post) = (cells.Sectors[cells.Sector[Index("p-C-0001")]], cells.Centres[Index("p-C-0001")]);
        var far = Enumerable.Range(sector.First, sector.Count).MaxBy(cell => cells.Centres[cell].MetresTo(post));
        var quiet = Base(new ScenarioPolicy());
        var hot = quiet with { Demand = new GivenDemand(1e-6, new Dictionary<string, double> { [Id(far)] = 1 }, [.. Enumerable.Repeat(1.0, 168)], [new CrowdShare("theft", IncidentSeverity.Low, 1)]), Edits = [Theft(7200, far)] };
        var led = hot with { Policy = new ScenarioPolicy { Relocation = RelocationRule.Patrol, PatrolMinutes = 15 } };
        var (home, there) = (Trajectory.Of(PreparedScenario.Make(PlayedCity.Sample, hot), 1, 0)[0].OnScene, Trajectory.Of(PreparedScenario.Make(PlayedCity.Sample, led), 1, 0)[0].OnScene);
        there.ShouldBeLessThan(home);
        PlayedCity.Play(led with { Edits = [] }).Metres.Sum().ShouldBeGreaterThan(0);
        PlayedCity.Play(hot with { Edits = [] }).Metres.Sum().ShouldBe(0);
    }

    [Fact]
    public void By_expected_coverage_less_is_lost_on_a_busy_night()
    {
        var busy = PlayedCity.Busy() with { Policy = new ScenarioPolicy { CoverageSeconds = 150 } };
        var led = busy with { Policy = busy.Policy with { Relocation = RelocationRule.Dmexclp } };
        var played = ScenarioRun.Play(PreparedScenario.MakeAll(PlayedCity.Sample, [busy, led]), new RunOptions(8), cancel: TestContext.Current.CancellationToken);
        Lost(played[1]).ShouldBeLessThan(Lost(played[0]));

        static double Lost(PlayedScenario one) => (double)one.Sum.CoverageLost.Sum() / one.Sum.CoverageLooks.Sum();
    }

    /// <summary>Response to a second incident in a cell, an hour after a first one elsewhere.</summary>
    private static TimeSpan Second(ScenarioPolicy policy, int cell)
    {
        var scenario = Base(policy) with { Edits = [new DemandEdit(0), Theft(0, Index("p-C-0001")), Theft(3600, cell)] };
        return Trajectory.Of(PreparedScenario.Make(PlayedCity.Sample, scenario), 1, 0).Where(trip => trip.Given == 1).Min(trip => trip.OnScene);
    }

    /// <summary>Two patrols at their posts and nobody else, chance only where it belongs to the incident.</summary>
    private static Scenario Base(ScenarioPolicy policy) => PlayedCity.Scenario() with
    {
        Time = new ScenarioTime(0, 0.25, 0),
        Policy = policy,
        Service = new ServiceTimes { Processing = Distribution.Constant(0), TurnoutCv = 0 },
        Live = new LiveBase(Noon, [.. Two.Select(id => new LiveResponder(id, Cell(id)))], [], new Dictionary<string, string>(), []),
    };

    private static InjectEdit Theft(double at, int cell) => new([new Injected(at, "theft", IncidentSeverity.Low, PlayedCity.Sample.City.Cells.Centres[cell], OnSceneSeconds: 300)]);

    private static string Id(int cell) => PlayedCity.Sample.City.Cells.Id(cell).Value;

    private static int Index(string responder) => PlayedCity.Sample.City.TryCell(Cell(responder), out var cell) ? cell : -1;

    private static string Cell(string responder) => PlayedCity.Sample.City.Responders.Single(r => r.Id.Value == responder).Cell.Value;

    private static double Turnout() => PlayedCity.Sample.City.Responders.Single(r => r.Id.Value == "p-C-0001").TurnoutSeconds;
}
