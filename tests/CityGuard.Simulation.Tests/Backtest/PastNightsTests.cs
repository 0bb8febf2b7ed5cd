using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Responders;
using CityGuard.Simulation.Backtest;
using CityGuard.Simulation.Demand;
using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;
using CityGuard.Simulation.Tests.Engine;
using Shouldly;
using Xunit;

namespace CityGuard.Simulation.Tests.Backtest;

public sealed class PastNightsTests
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 30, 8, 0, 0, TimeSpan.FromHours(8));

    private static readonly PastRecord[] Past =
        [.. Enumerable.Range(0, 200).Select(i => new PastRecord(Monday.AddMinutes(7 * i), i % 9 == 0 ? "robbery" : "theft", i % 9 == 0 ? IncidentSeverity.High : IncidentSeverity.Low, i * 37 % 240, -1, i % 2 == 0 ? 1500 : null))];

    [Fact]
    public void The_past_has_the_incidents_it_had_and_no_others()
    {
        var city = PlayedCity.Sample.City;
        var tally = PlayedCity.Play(PastNights.Of(PlayedCity.Scenario(new DemandEdit(5)), city, Past));
        tally.Count(Dimension.All, 0, Metric.Incidents).ShouldBe(Past.Length);
        tally.CellIncidents.Select((n, cell) => (n, cell)).ShouldAllBe(c => c.n == Past.Count(r => r.Cell == c.cell));
    }

    [Fact]
    public void Each_incident_has_its_regret_and_the_same_deployment_has_none()
    {
        var city = PlayedCity.Sample.City;
        var present = PreparedScenario.Make(PlayedCity.Sample, PastNights.Of(PlayedCity.Scenario(), city, Past));
        var fewer = PreparedScenario.Make(PlayedCity.Sample, PastNights.Of(PlayedCity.Scenario(new RemoveEdit([.. Enumerable.Range(1, 25).Select(i => $"p-C-{i:0000}")])), city, Past));
        PastNights.Regrets(present, present, 3, 1, TestContext.Current.CancellationToken).ShouldAllBe(r => r.RegretSeconds == 0);
        var regrets = PastNights.Regrets(present, fewer, 5, 1, TestContext.Current.CancellationToken);
        regrets.Count.ShouldBe(Past.Length);
        regrets.Average(r => r.RegretSeconds).ShouldBeLessThan(0); // the present was sooner
    }

    [Fact]
    public void A_decision_is_decided_again_from_what_was_seen()
    {
        var replay = new DecisionReplay(PlayedCity.Sample.City);
        var decided = Decision(("p-C-0001", "patrolGroup", 900, CandidateFlags.Fit), ("f-0001", "stationForce", 300, CandidateFlags.Fit), ("p-C-0002", "patrolGroup", 100, CandidateFlags.InService));
        replay.Replay(decided with { Chosen = [ResponderId.Parse("f-0001")] }).ShouldSatisfyAllConditions(r => r.IsSame.ShouldBeTrue(), r => r.RegretSeconds.ShouldBe(0));
        // Whatever was recorded as chosen is not read for choosing.
        replay.Replay(decided with { Chosen = [ResponderId.Parse("p-C-0001")] }).ShouldSatisfyAllConditions(r => r.IsSame.ShouldBeFalse(), r => r.RegretSeconds.ShouldBe(60));
        // Another policy, the same inputs: the lighter kind that is in time.
        var layered = new LayeredSelect(PolicyLayers.Of(new ScenarioPolicy(), PlayedCity.Sample.City.Rules));
        replay.Replay(decided with { Chosen = [ResponderId.Parse("f-0001")] }, layered.Select).ShouldSatisfyAllConditions(
            r => r.Chosen.ShouldBe([ResponderId.Parse("p-C-0001")]), r => r.RegretSeconds.ShouldBe(-60));
    }

    [Fact]
    public void A_changed_rule_is_noticed()
    {
        var replay = new DecisionReplay(PlayedCity.Sample.City);
        var decided = Decision(("p-C-0001", "patrolGroup", 900, CandidateFlags.Fit), ("p-C-0002", "patrolGroup", 900, CandidateFlags.Fit)) with { Chosen = [ResponderId.Parse("p-C-0001")] };
        replay.Replay(decided).IsSame.ShouldBeTrue();
        replay.Replay(decided, LastOnATie).IsSame.ShouldBeFalse();

        static int LastOnATie(in Requirement requirement, ReadOnlySpan<Candidate> candidates, Span<Choice> choices, Span<Verdict> verdicts)
        {
            choices[0] = new Choice(candidates.Length - 1);
            return 1;
        }
    }

    private static Decided Decision(params (string Id, string Kind, int Ds, CandidateFlags Flags)[] nearest) => new(
        "default", "primary", "first", "rules", new WantedRecord(["patrolGroup", "stationForce"], [], 1, null), [],
        [.. nearest.Select(n => new CandidateRecord(ResponderId.Parse(n.Id), n.Kind, n.Flags, null, n.Ds, 1, Verdict.Later))], new Dictionary<string, int>(), true, Monday);
}
