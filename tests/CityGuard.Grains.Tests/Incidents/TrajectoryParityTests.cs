using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Scenarios;
using CityGuard.Domain.Incidents;
using CityGuard.Grains.Tests.Cluster;
using CityGuard.Simulation.Chance;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Incidents;

/// <summary>
/// One incident after the other, each alone: the simulator, begun with the city as it stands, sends the same responders in the same roles' number, and has
/// each of them there when the living city expected him, to the tenth of a second.
/// </summary>
public sealed class TrajectoryParityTests(City city) : IClassFixture<City>
{
    private static readonly (string Type, IncidentSeverity Severity, string Cell)[] Calls =
    [
        ("theft", IncidentSeverity.Low, "c-00015"), ("robbery", IncidentSeverity.High, "c-00100"), ("violence", IncidentSeverity.Critical, "c-00200"), ("traffic", IncidentSeverity.Medium, "c-00180"),
        ("other", IncidentSeverity.Low, "c-00150"), ("robbery", IncidentSeverity.Critical, "c-00003"), ("violence", IncidentSeverity.High, "c-00240"), ("theft", IncidentSeverity.Medium, "c-00077"),
    ];

    [Fact]
    public async Task Each_incident_takes_the_same_course_in_the_living_city_and_in_the_simulator()
    {
        var (at, sent) = (new SimulationCity(city.Model), 0);
        foreach (var (call, number) in Calls.Select((call, number) => (call, number)))
        {
            await city.Fresh();
            await Everybody();
            var played = Played(at, await Fork(), call);
            var id = await city.Report(new IncidentReport("trajectory", $"{number}", call.Type, call.Severity, new Location(Cell: call.Cell)));
            var view = await city.Until(id, v => Held(v).Length >= played.Count);
            Lived(view).ShouldBe(played, $"{call}");
            sent += played.Count;
            await city.Finish(id);
        }

        sent.ShouldBeGreaterThan(Calls.Length, "some plans send several");
    }

    private static AssignmentView[] Held(IncidentView view) => [.. view.Assignments.Where(a => a.State == AssignmentState.Granted)];

    /// <summary>Who was sent, and when the decision expected him.</summary>
    private static List<(string Who, double Seconds)> Lived(IncidentView view) =>
    [
        .. Held(view).Select(a => (a.Responder.Value, (double)view.Decisions.SelectMany(d => d.Nearest).First(c => c.Responder == a.Responder && c.Verdict == "chosen").Seconds!)).OrderBy(c => c.Item2).ThenBy(c => c.Value, StringComparer.Ordinal),
    ];

    private static List<(string Who, double Seconds)> Played(SimulationCity at, Scenario now, (string Type, IncidentSeverity Severity, string Cell) call)
    {
        at.City.TryCell(call.Cell, out var cell);
        var scenario = now with
        {
            Time = new ScenarioTime(Days: 0.1, WarmUpHours: 0),
            Service = new ServiceTimes { Processing = Distribution.Constant(0), TurnoutCv = 0 },
            Edits = [new DemandEdit(0), new InjectEdit([new Injected(0, call.Type, call.Severity, at.City.Cells.Centres[cell])])],
        };
        return [.. Trajectory.Of(PreparedScenario.Make(at, scenario), seed: 1, replication: 0).Select(trip => (trip.Responder, trip.OnScene.TotalSeconds))];
    }

    private async Task<Scenario> Fork() => ScenarioJson.Read((await city.Grains.GetGrain<IScenarioFront>(0).Fork(OpenDoor.Key, "now")).Value.ShouldNotBeNull());

    /// <summary>Everybody is free at his post, as the boards know.</summary>
    private Task Everybody() => Eventually.Holds(
        async () => (await Fork()).Live!.Responders is var responders && responders.Count == city.Model.Responders.Length && responders.All(r => r.Severity is null)
            && responders.All(r => city.Model.TryResponder(r.Id, out var index) && city.Model.Responders[index].Cell.Value == r.Cell),
        () => "somebody is not free at his post");
}
