using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders.Events;
using Shouldly;
using Xunit;

namespace CityGuard.Faults.Tests.Protocol;

/// <summary>
/// Why releasing raises the epoch too. Without it, a reservation that was refused once and whose copy arrives late is granted after all,
/// to an incident that is closed and will never give the responder back.
/// </summary>
public sealed class EpochRuleTests(ITestOutputHelper output)
{
    [Fact]
    public void With_the_rule_no_order_of_late_copies_lost_answers_and_closings_leaks_a_responder()
    {
        var search = new StateSearch();
        search.Find(new AssignmentModel((_, e) => e), world => world.IsLeaked || (world.IsOver && world.Violations().Count > 0)).ShouldBeNull();
        output.WriteLine($"{search.States} states");
        search.States.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public void The_search_reaches_what_it_must_judge()
    {
        var model = new AssignmentModel((_, e) => e);
        new StateSearch().Find(model, w => w.Incidents[0].Phase == IncidentPhase.Closed && w.Responder.Incident == World.Ids[1]).ShouldNotBeNull();
        new StateSearch().Find(model, w => w.Incidents.All(i => i.Phase == IncidentPhase.Closed) && w.OnTheWay.Count > 0).ShouldNotBeNull();
    }

    [Theory]
    [InlineData(typeof(Released))]
    [InlineData(typeof(InService))]
    public void Without_it_the_search_finds_the_leak_and_the_checker_names_it(Type keepsEpoch)
    {
        var weakened = new AssignmentModel((state, e) => e.GetType() == keepsEpoch ? e with { Epoch = state.Epoch } : e);
        var (trace, world) = new StateSearch().Find(weakened, w => w.IsLeaked).ShouldNotBeNull();
        foreach (var line in trace)
            output.WriteLine(line);
        trace[^1].ShouldContain("reserve");
        world.Violations().ShouldContain(line => line.EndsWith("a leak", StringComparison.Ordinal));
    }

    [Fact]
    public void The_trace_step_by_step()
    {
        var model = new AssignmentModel((state, e) => e is Released ? e with { Epoch = state.Epoch } : e);
        var world = Walk(model, LeakingTrace);
        world.IsLeaked.ShouldBeTrue();
        world.Incidents[1].Phase.ShouldBe(IncidentPhase.Closed);
        world.Responder.Incident.ShouldBe(World.Ids[1]);

        var kept = Walk(new AssignmentModel((_, e) => e), LeakingTrace);
        kept.IsLeaked.ShouldBeFalse();
        kept.Responder.IsFree.ShouldBeTrue();
        kept.Violations().ShouldBeEmpty();
    }

    private static readonly string[] LeakingTrace =
    [
        "A asks for it by o-1 (epoch 0), the call is repeated",
        "A o-1 reserve(epoch 0) arrives and is answered",
        "B asks for it by o-1 (epoch 1), the call is repeated",
        "B o-1 reserve(epoch 1) arrives and is answered",
        "B begins to close",
        "B is closed",
        "A begins to close",
        "A o-1 releases it",
        "B o-1 reserve(epoch 1) arrives, its answer is lost",
    ];

    private static World Walk(AssignmentModel model, string[] trace)
        => trace.Aggregate(AssignmentModel.Start(), (world, what) => model.Steps(world).Single(step => step.What == what).Next);
}
