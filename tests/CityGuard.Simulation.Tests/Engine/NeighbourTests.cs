using CityGuard.Cities;
using CityGuard.Cities.Sample;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Plans;
using CityGuard.Simulation.Chance;
using CityGuard.Simulation.Demand;
using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;
using Shouldly;
using Xunit;

namespace CityGuard.Simulation.Tests.Engine;

/// <summary>Forces of a neighbour city come to a role that has waited for so long, by their gate, once their time to it is over.</summary>
public sealed class NeighbourTests
{
    private const int AidAfter = 120, Gate = 900;

    [Fact]
    public void A_role_that_waits_is_filled_from_outside_and_its_time_to_the_gate_counts_once()
    {
        var tally = Play(AidAfter);
        (tally.Aided, tally.Queued, tally.Count(Dimension.All, 0, Metric.Unserved)).ShouldBe((1, 1, 0));
        // Two incidents in one cell: the second waits while the only patrol works for two hours.
        tally.Count(Dimension.All, 0, Metric.ResponseSum).ShouldBeInRange((AidAfter + Gate) * 1000, (AidAfter + Gate + 900) * 1000);
        Play(null).Count(Dimension.All, 0, Metric.ResponseSum).ShouldBeGreaterThan(7_000_000);
    }

    private static Tally Play(int? aidAfter)
    {
        var draft = SampleCity.Draft();
        var partner = new PartnerCity("next", new BilingualName("邻市", "Next"), draft.Parts.Cells.Ids[0], [new PartnerForce("patrolGroup", 1, Gate)]);
        using var city = new CityModel(draft.Manifest, draft.Parts with { Rules = draft.Parts.Rules with { Partners = [partner] } });
        city.TryCell("c-00100", out var cell);
        var place = city.Cells.Centres[cell];
        var others = city.Responders.Where(r => r.Id.Value[0] != 'u' && r.Id.Value != "p-C-0001").Select(r => r.Id.Value).ToArray();
        var scenario = PlayedCity.Scenario(
            new RemoveEdit(others), new MoveEdit(["p-C-0001"], place), new DemandEdit(0),
            new InjectEdit([new Injected(0, "theft", IncidentSeverity.Low, place, OnSceneSeconds: 7200), new Injected(1, "theft", IncidentSeverity.Low, place, OnSceneSeconds: 60)])) with
        {
            Policy = new ScenarioPolicy { AidAfterSeconds = aidAfter },
            Service = new ServiceTimes { Processing = Distribution.Constant(0), TurnoutCv = 0 },
        };
        var prepared = PreparedScenario.Make(new SimulationCity(city), scenario);
        var (tape, tally) = (new IncidentTape(), new Tally(prepared.Shape));
        prepared.Demand.Write(tape, 1, 0);
        new Replication(prepared.World, prepared.Time.Warm, prepared.Time.Horizon).Run(tape, tally, default);
        return tally;
    }
}
