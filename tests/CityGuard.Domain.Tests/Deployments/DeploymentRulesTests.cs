using CityGuard.Domain.Areas;
using CityGuard.Domain.Deployments;
using CityGuard.Domain.Deployments.Events;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Journal.Invariants;
using CityGuard.Domain.Responders;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Deployments;

public sealed class DeploymentRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 8, 0, 0, TimeSpan.Zero);
    private static readonly GeoPoint Here = new(113.2, 23.1), There = new(113.3, 23.2);

    private readonly List<DeploymentEvent> _facts = [];
    private DeploymentState _state = DeploymentState.Empty;

    [Fact]
    public void A_post_stands_where_it_was_moved_until_it_goes_home()
    {
        Do(Moved("c-1", (1, Here), (2, There))).ShouldBeNull();
        Do(Moved("c-2", (1, There))).ShouldBeNull();
        _state.Moved.ShouldBe(new Dictionary<ResponderId, GeoPoint> { [Who(1)] = There, [Who(2)] = There }, ignoreOrder: true);
        Do(Moved("c-3", (1, null))).ShouldBeNull();
        _state.Moved.Keys.ShouldBe([Who(2)]);
        (_state.Count, _state.Last!.Command).ShouldBe((3, "c-3"));
    }

    [Fact]
    public void A_command_sent_again_is_nothing_new_and_another_under_its_id_is_refused()
    {
        Do(Moved("c-1", (1, Here))).ShouldBeNull();
        Do(Moved("c-1", (1, Here)) with { At = Now.AddMinutes(1) }, ifCount: 0).ShouldBeNull();
        _facts.ShouldHaveSingleItem();
        Do(Moved("c-1", (1, There)))!.Kind.ShouldBe(ObjectionKind.Conflict);
    }

    [Fact]
    public void What_was_looked_at_before_somebody_else_moved_posts_is_refused()
    {
        Do(Moved("c-1", (1, Here)), ifCount: 0).ShouldBeNull();
        Do(Moved("c-2", (2, Here)), ifCount: 0)!.Reason.ShouldContain("look again");
        Do(Moved("c-2", (2, Here)), ifCount: 1).ShouldBeNull();
    }

    [Fact]
    public void Nobody_somebody_twice_too_many_or_nowhere_is_refused()
    {
        Do(Moved("c"))!.Kind.ShouldBe(ObjectionKind.Impossible);
        Do(Moved("c", (1, Here), (1, There)))!.Reason.ShouldContain("p-C-0001 is moved twice");
        Do(Moved("c", [.. Enumerable.Range(0, DeploymentRules.MostMoves + 1).Select(i => (i, (GeoPoint?)Here))]))!.Kind.ShouldBe(ObjectionKind.Impossible);
        Do(Moved("c", (1, new GeoPoint(113, 91))))!.Reason.ShouldContain("nowhere");
        Do(Moved("c", (1, null)))!.Reason.ShouldContain("already");
        _facts.ShouldBeEmpty();
    }

    /// <summary>Whatever is asked in whatever order: the checker finds nothing, and the facts read back are the state.</summary>
    [Fact]
    public void Any_sequence_of_moves_leaves_a_sound_stream()
        => Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3], Gen.Int[0, 9]).List[0, 40].Sample(steps =>
        {
            var (state, facts) = (DeploymentState.Empty, new List<DeploymentEvent>());
            foreach (var (who, to, command) in steps)
            {
                var decision = DeploymentRules.Move(state, Moved($"c-{command}", (who, to == 0 ? null : new GeoPoint(to, to))));
                facts.AddRange(decision.Events);
                state = decision.Events.Aggregate(state, (s, e) => s.Evolve(e));
            }

            Violations(facts).ShouldBeEmpty();
            var read = facts.Select(f => EventCodec.Deployments.Decode(EventCodec.Deployments.Encode("1", f).Json)!).Aggregate(DeploymentState.Empty, (s, e) => s.Evolve(e));
            read.Moved.ShouldBe(state.Moved, ignoreOrder: true);
        });

    [Fact]
    public void The_checker_names_what_no_rule_would_do()
    {
        Violations([Moved("c-1", (1, Here), (1, Here))]).ShouldHaveSingleItem().ShouldContain("twice at once");
        Violations([Moved("c-1", (1, Here)), Moved("c-1", (2, Here))]).ShouldHaveSingleItem().ShouldContain("carried out twice");
        Violations([Moved("c-1")]).ShouldHaveSingleItem().ShouldContain("0 posts");
        Violations([Moved("c-1", (1, Here)) with { By = "" }]).ShouldHaveSingleItem().ShouldContain("nobody");
    }

    [Fact]
    public void The_largest_fact_fits_what_a_journal_holds_in_one_piece()
    {
        var largest = Moved("c", [.. Enumerable.Range(0, DeploymentRules.MostMoves).Select(i => (i, (GeoPoint?)new GeoPoint(113.12345678901234, 23.12345678901234)))]);
        EventCodec.Deployments.Encode("1", largest).Json.Length.ShouldBeLessThan(64 * 1024);
        DeploymentStream.Is(DeploymentStream.Of(AreaId.Parse("city-x"))).ShouldBeTrue();
        DeploymentStream.Is("w-x").ShouldBeFalse();
    }

    private static ResponderId Who(int number) => ResponderId.Parse($"p-C-{number:0000}");

    private static PostsMoved Moved(string command, params (int Who, GeoPoint? To)[] moves)
        => new([.. moves.Select(m => new PostMove(Who(m.Who), m.To))], "night watch, version 2", Now, "li", "thin in the south", command);

    private static IReadOnlyList<string> Violations(IEnumerable<DeploymentEvent> facts)
    {
        var checker = new InvariantChecker();
        checker.Deployment("w-city-x", facts);
        return checker.Finish(quiescent: true);
    }

    private Objection? Do(PostsMoved wanted, int? ifCount = null)
    {
        var decision = DeploymentRules.Move(_state, wanted, ifCount);
        _facts.AddRange(decision.Events);
        _state = decision.Events.Aggregate(_state, (state, happened) => state.Evolve(happened));
        return decision.Objection;
    }
}
