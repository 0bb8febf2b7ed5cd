using CityGuard.Domain.Geography;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Journal.Invariants;
using CityGuard.Domain.Roads;
using CityGuard.Domain.Roads.Events;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Roads;

public sealed class RoadRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);
    private static readonly RoadRestricted Bridge = new("r-1", new RoadPlace("猎德大桥", null), null, Now.AddHours(1), Now, "li", "fog", "c-1");

    private readonly List<RoadEvent> _facts = [];
    private RoadState _state = RoadState.Empty;

    [Fact]
    public void A_restriction_stands_until_it_is_lifted_or_ends()
    {
        Do(RoadRules.Restrict(_state, Bridge)).ShouldBeNull();
        _state.InForce(Now).ShouldHaveSingleItem().ShouldBe(Bridge);
        _state.InForce(Now.AddHours(1)).ShouldBeEmpty();
        Do(RoadRules.Release(_state, new RoadReleased("r-1", Now.AddMinutes(5), "li", "clear", "c-2"))).ShouldBeNull();
        _state.InForce(Now).ShouldBeEmpty();
        Do(RoadRules.Release(_state, new RoadReleased("r-1", Now.AddMinutes(6), "wu", "clear", "c-3")))!.Kind.ShouldBe(ObjectionKind.Unknown);
    }

    [Fact]
    public void A_command_sent_again_is_nothing_new_and_another_under_its_id_is_refused()
    {
        Do(RoadRules.Restrict(_state, Bridge)).ShouldBeNull();
        Do(RoadRules.Restrict(_state, Bridge with { At = Now.AddSeconds(9) })).ShouldBeNull();
        _facts.ShouldHaveSingleItem();
        Do(RoadRules.Restrict(_state, Bridge with { Factor = 2 }))!.Kind.ShouldBe(ObjectionKind.Conflict);
        Do(RoadRules.Release(_state, new RoadReleased("r-1", Now, "li", "x", "c-1")))!.Kind.ShouldBe(ObjectionKind.Conflict);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(21)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_factor_that_says_nothing_or_too_much_is_refused(double factor)
        => Do(RoadRules.Restrict(_state, Bridge with { Factor = factor }))!.Kind.ShouldBe(ObjectionKind.Impossible);

    [Fact]
    public void What_would_end_before_it_begins_or_be_one_too_many_is_refused()
    {
        Do(RoadRules.Restrict(_state, Bridge with { Until = Now }))!.Kind.ShouldBe(ObjectionKind.Impossible);
        for (var i = 0; i < RoadRules.Most; i++)
            Do(RoadRules.Restrict(_state, Bridge with { Id = $"r-{i}", Command = $"c-{i}" })).ShouldBeNull();
        Do(RoadRules.Restrict(_state, Bridge with { Id = "r-x", Command = "c-x" }))!.Kind.ShouldBe(ObjectionKind.Impossible);
        // Those that have ended by themselves count no more.
        Do(RoadRules.Restrict(_state, Bridge with { Id = "r-x", Command = "c-x", At = Now.AddHours(2), Until = null })).ShouldBeNull();
    }

    /// <summary>Whatever is asked in whatever order: the checker finds nothing, and the facts read back are the state.</summary>
    [Fact]
    public void Any_sequence_of_commands_leaves_a_sound_stream()
        => Gen.Select(Gen.Int[0, 1], Gen.Int[0, 5], Gen.Int[0, 9]).List[0, 40].Sample(steps =>
        {
            var (state, facts) = (RoadState.Empty, new List<RoadEvent>());
            foreach (var (step, (what, which, command)) in steps.Index())
            {
                var at = Now.AddMinutes(step);
                var decision = what == 0
                    ? RoadRules.Restrict(state, Bridge with { Id = $"r-c-{command}", At = at, Until = at.AddMinutes(which * 5 + 1), Command = $"c-{command}" })
                    : RoadRules.Release(state, new RoadReleased($"r-c-{which}", at, "li", "over", $"d-{command}"));
                facts.AddRange(decision.Events);
                state = decision.Events.Aggregate(state, (s, e) => s.Evolve(e));
            }

            Violations(facts).ShouldBeEmpty();
        });

    [Fact]
    public void The_checker_names_what_no_rule_would_do()
    {
        Violations([Bridge, Bridge with { Command = "c-2" }]).ShouldHaveSingleItem().ShouldContain("twice");
        Violations([new RoadReleased("r-1", Now, "li", "x", "c")]).ShouldHaveSingleItem().ShouldContain("does not stand");
        Violations([Bridge with { Place = new RoadPlace(null, null) }]).ShouldHaveSingleItem().ShouldContain("nowhere");
        Violations([Bridge with { Why = " " }]).ShouldHaveSingleItem().ShouldContain("reason");
    }

    [Fact]
    public void Facts_are_read_back_as_they_were_written()
    {
        RoadEvent[] all = [Bridge, new RoadReleased("r-1", Now, "li", "clear", "c-2")];
        foreach (var happened in all)
            EventCodec.Roads.Decode(EventCodec.Roads.Encode("1", happened).Json).ShouldBe(happened);
        var drawn = Bridge with { Place = new RoadPlace(null, [new GeoPoint(1, 2), new GeoPoint(3, 4), new GeoPoint(5, 6)]), Factor = 2.5, Until = null };
        var read = EventCodec.Roads.Decode(EventCodec.Roads.Encode("1", drawn).Json).ShouldBeOfType<RoadRestricted>();
        read.Place.Area.ShouldBe(drawn.Place.Area);
        read.Factor.ShouldBe(2.5);
        RoadStream.Is(RoadStream.Of(Domain.Areas.AreaId.Parse("city-x"))).ShouldBeTrue();
        RoadStream.Is("n-x").ShouldBeFalse();
    }

    private static IReadOnlyList<string> Violations(IEnumerable<RoadEvent> facts)
    {
        var checker = new InvariantChecker();
        checker.Roads("n-city-x", facts);
        return checker.Finish(quiescent: true);
    }

    private Objection? Do(Decision<RoadEvent> decision)
    {
        _facts.AddRange(decision.Events);
        _state = decision.Events.Aggregate(_state, (s, e) => s.Evolve(e));
        return decision.Objection;
    }
}
