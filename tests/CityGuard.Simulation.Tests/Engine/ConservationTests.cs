using CityGuard.Domain.Incidents;
using CityGuard.Domain.Targets;
using CityGuard.Simulation.Demand;
using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Simulation.Tests.Engine;

/// <summary>Nothing is lost on the way: each incident has one end, nobody is in two places, time does not run backwards.</summary>
public sealed class ConservationTests
{
    private static readonly Gen<Scenario> Scenarios =
        from factor in Gen.Double[0.2, 12]
        from rule in Gen.Enum<DispatchRule>()
        from relocation in Gen.Enum<RelocationRule>()
        from redispatch in Gen.Bool
        from queues in Gen.Bool
        from shifts in Gen.Bool
        from varies in Gen.Bool
        select PlayedCity.Scenario(
            [new DemandEdit(factor), .. shifts ? (Edit[])[new ShiftEdit(Patrols, [new MinuteSpan(0, 480), new MinuteSpan(510, 1440), new MinuteSpan(2000, 9000)])] : []]) with
        {
            Policy = new ScenarioPolicy
            {
                Dispatch = rule, Relocation = relocation, Redispatch = redispatch, Queues = queues,
                ComplianceTable = [.. Enumerable.Range(1, 20).Select(n => (IReadOnlyList<string>)[.. Enumerable.Range(1, n).Select(c => $"c-{c * 11:00000}")])],
            },
            Service = new ServiceTimes { TurnoutCv = varies ? 0.5 : 0 },
        };

    private static string[] Patrols => [.. Enumerable.Range(1, 20).Select(i => $"p-C-{i:0000}")];

    [Fact]
    public void Every_incident_has_one_end()
        => Gen.Select(Scenarios, Gen.ULong, Gen.Int[0, 1000]).Sample(
            (scenario, seed, replication) =>
            {
                var prepared = PreparedScenario.Make(PlayedCity.Sample, scenario);
                var tape = new IncidentTape();
                prepared.Demand.Write(tape, seed, replication);
                var tally = PlayedCity.Play(scenario, seed, replication);
                var counted = Enumerable.Range(0, tape.Count).Count(i => tape[i].Received >= prepared.Time.Warm);
                var incidents = tally.Count(Dimension.All, 0, Metric.Incidents);
                (incidents + tally.Desk).ShouldBe(counted);
                tally.Count(Dimension.All, 0, Metric.Reached).ShouldBeInRange(incidents - tally.Count(Dimension.All, 0, Metric.Unserved), incidents);
                foreach (var dimension in Enum.GetValues<Dimension>().Where(d => d != Dimension.Class))
                    Enumerable.Range(0, tally.Size(dimension)).Sum(key => tally.Count(dimension, key, Metric.Incidents)).ShouldBe(incidents, dimension.ToString());
                Enumerable.Range(0, tally.Size(Dimension.Class)).Sum(key => tally.Count(Dimension.Class, key, Metric.Incidents)).ShouldBe(tally.Count(Dimension.All, 0, Metric.Reached));
                tally.CellIncidents.Sum().ShouldBe((int)incidents);
                tally.Metres.ShouldAllBe(m => m >= 0);
                // Nobody works for two at once: held for longer than there is time would say so.
                tally.Busy.ShouldAllBe(busy => busy >= 0 && busy <= prepared.Time.Horizon - prepared.Time.Warm);
                if (scenario.Policy.Queues)
                    tally.Count(Dimension.All, 0, Metric.Unserved).ShouldBe(0, "somebody of each kind comes free in the end");
            },
            iter: 60, threads: 2);

    [Fact]
    public void Incidents_come_in_the_order_in_which_they_are_ready_and_none_before_it_is_received()
        => Gen.Select(Gen.Double[0.1, 5], Gen.ULong).Sample(
            (factor, seed) =>
            {
                var prepared = PreparedScenario.Make(PlayedCity.Sample, PlayedCity.Scenario(new DemandEdit(factor), new DemandEdit(2, ["theft"], "s-01-01")));
                var tape = new IncidentTape();
                prepared.Demand.Write(tape, seed, 3);
                for (var i = 0; i < tape.Count; i++)
                {
                    tape[i].Ready.ShouldBeGreaterThanOrEqualTo(tape[i].Received);
                    if (i > 0)
                        tape[i].Ready.ShouldBeGreaterThanOrEqualTo(tape[i - 1].Ready);
                }
            },
            iter: 50);

    // The live rule sees everybody. What the engine cuts off must never have been chosen.
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(14)]
    public void Cutting_candidates_off_changes_no_figure(double factor)
    {
        for (var replication = 0; replication < 4; replication++)
        {
            var (cut, whole) = (PlayedCity.Play(PlayedCity.Busy(factor), 7, replication), PlayedCity.Play(PlayedCity.Busy(factor), 7, replication, everybody: true));
            Same(cut, whole);
        }
    }

    [Fact]
    public void A_grave_call_takes_the_crew_of_a_lesser_one_and_the_lesser_one_gets_another()
    {
        var with = PlayedCity.Play(PlayedCity.Busy(14) with { Policy = new ScenarioPolicy { Redispatch = true } });
        var without = PlayedCity.Play(PlayedCity.Busy(14));
        with.Diverted.ShouldBeGreaterThan(0);
        without.Diverted.ShouldBe(0);
        Mean(with, IncidentSeverity.High).ShouldBeLessThan(Mean(without, IncidentSeverity.High));
        with.Count(Dimension.All, 0, Metric.Unserved).ShouldBe(0);
    }

    private static double Mean(Tally tally, IncidentSeverity severity)
        => (double)tally.Count(Dimension.Severity, (int)severity, Metric.ResponseSum) / tally.Count(Dimension.Severity, (int)severity, Metric.Reached);

    internal static void Same(Tally a, Tally b)
    {
        a.Counts.ShouldBe(b.Counts);
        a.Seconds.ShouldBe(b.Seconds);
        a.Busy.ShouldBe(b.Busy);
        a.Metres.ShouldBe(b.Metres);
        a.CellLate.ShouldBe(b.CellLate);
        (a.Queued, a.QueueMilliseconds, a.Escalated, a.Events).ShouldBe((b.Queued, b.QueueMilliseconds, b.Escalated, b.Events));
    }
}
