using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Grains.Tests.Cluster;
using CityGuard.Simulation.Backtest;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Incidents;

/// <summary>What the live city decided, the simulator decides from the recorded inputs: one rule, all users.</summary>
[Collection(nameof(OneCity))]
public sealed class DecisionParityTests(City city)
{
    // Not in the first sector: other tests wait there for who is nearest, and a board is a tenth of a second behind.
    private static readonly (string Type, IncidentSeverity Severity, string Cell)[] Calls =
        [("theft", IncidentSeverity.Low, "c-00115"), ("robbery", IncidentSeverity.High, "c-00100"), ("violence", IncidentSeverity.Critical, "c-00200"), ("traffic", IncidentSeverity.Medium, "c-00180"), ("other", IncidentSeverity.Low, "c-00150")];

    [Fact]
    public async Task Every_recorded_decision_is_the_same_again_and_a_changed_rule_is_noticed()
    {
        await city.Fresh();
        var ids = new List<IncidentId>();
        foreach (var (type, severity, cell) in Calls)
            ids.Add(await city.Report(new IncidentReport("parity", $"{type}-{cell}", type, severity, new Location(Cell: cell))));
        foreach (var id in ids)
            await city.UntilAssigned(id);

        var replay = new DecisionReplay(city.Model);
        var decisions = city.Journal.Streams().Where(s => IncidentId.TryParse(s.Stream, out _)).SelectMany(s => s.Events)
            .Select(e => EventCodec.Incidents.Decode(e.Json)).OfType<Decided>().ToArray();
        decisions.Length.ShouldBeGreaterThan(Calls.Length);
        decisions.Where(d => !replay.Replay(d).IsSame).ShouldBeEmpty();
        decisions.Count(d => !replay.Replay(d, Farthest).IsSame).ShouldBeGreaterThan(0, "a rule that prefers the farthest must be noticed");

        foreach (var id in ids)
            await city.Finish(id);
    }

    private static int Farthest(in Requirement requirement, ReadOnlySpan<Candidate> candidates, Span<Choice> choices, Span<Verdict> verdicts)
    {
        var farthest = -1;
        for (var i = 0; i < candidates.Length; i++)
            if (DispatchPolicy.Judge(requirement, candidates[i]) == Verdict.Later && (farthest < 0 || DispatchPolicy.Compare(candidates[i], candidates[farthest]) > 0))
                farthest = i;
        choices[0] = new Choice(farthest);
        return farthest < 0 ? 0 : 1;
    }
}
