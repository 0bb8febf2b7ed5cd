using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Stocks;
using CityGuard.Domain.Areas.Stocks.Events;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Journal.Invariants;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Areas.Stocks;

public sealed class StockRulesTests
{
    private const int Begins = 6;
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 8, 0, 0, TimeSpan.Zero);
    private static readonly DrawKey One = new(IncidentReports.IdOf("110", "a"), "w-1", "shield");
    private readonly List<StockEvent> _facts = [];
    private StockState _state = StockState.Empty;

    [Fact]
    public void A_shelf_gives_what_it_has_and_the_same_when_asked_again()
    {
        Do(StockRules.Draw(_state, One, 4, Begins, Now)).ShouldBeNull();
        Do(StockRules.Draw(_state, One, 4, Begins, Now)).ShouldBeNull();
        Do(StockRules.Draw(_state, One with { Op = "w-2" }, 4, Begins, Now)).ShouldBeNull();
        (_state.OnShelf("shield", Begins), _state.Out("shield"), _facts.Count).ShouldBe((0, 6, 2));
        Do(StockRules.Return(_state, One, 1, Now)).ShouldBeNull();
        Do(StockRules.Return(_state, One, 1, Now)).ShouldBeNull();
        (_state.OnShelf("shield", Begins), _state.Out("shield"), _facts.Count).ShouldBe((3, 2, 3));
        Do(StockRules.Draw(_state, One, 4, Begins, Now)).ShouldBeNull();
        _facts.Count.ShouldBe(3, "a late repeat of a settled draw draws nothing");
        Violations().ShouldBeEmpty();
    }

    [Fact]
    public void Bad_words_change_nothing()
    {
        Do(StockRules.Draw(_state, One, 0, Begins, Now))!.Kind.ShouldBe(ObjectionKind.Impossible);
        Do(StockRules.Return(_state, One, 0, Now))!.Kind.ShouldBe(ObjectionKind.Unknown);
        Do(StockRules.Set(_state, "shield", -1, Begins, "li", "counted", Now, "c-1"))!.Kind.ShouldBe(ObjectionKind.Impossible);
        Do(StockRules.Set(_state, "shield", StockRules.Most + 1, Begins, "li", "counted", Now, "c-1"))!.Kind.ShouldBe(ObjectionKind.Impossible);
        Do(StockRules.Draw(_state, One, 2, Begins, Now));
        Do(StockRules.Return(_state, One, 3, Now))!.Kind.ShouldBe(ObjectionKind.Impossible);
        Do(StockRules.Set(_state, "shield", 9, Begins, "li", "counted", Now, "c-1")).ShouldBeNull();
        Do(StockRules.Set(_state, "shield", 9, Begins, "li", "counted", Now, "c-1")).ShouldBeNull();
        Do(StockRules.Set(_state, "shield", 8, Begins, "li", "counted", Now, "c-1"))!.Kind.ShouldBe(ObjectionKind.Conflict);
        (_state.OnShelf("shield", Begins), _facts.Count).ShouldBe((9, 2));
    }

    [Fact]
    public void Whatever_is_drawn_returned_and_set_is_never_below_zero_and_conserved()
        => Gen.Select(Gen.Int[0, 2], Gen.Int[0, 5], Gen.Int[0, 9]).Array[0, 40].Sample(said =>
        {
            var (state, facts, shelf) = (StockState.Empty, new List<StockEvent>(), Begins);
            var outside = new Dictionary<int, int>();
            var settled = new HashSet<int>();
            foreach (var (what, which, count) in said)
            {
                var key = One with { Op = $"w-{which}" };
                var decision = what switch
                {
                    0 => StockRules.Draw(state, key, count, Begins, Now),
                    1 => StockRules.Return(state, key, count, Now),
                    _ => StockRules.Set(state, "shield", count, Begins, "li", "counted", Now, $"c-{facts.Count}"),
                };
                // The model: a shelf, what each draw holds, and which draws are over.
                if (what == 0 && count > 0 && outside.TryAdd(which, Math.Min(count, shelf)))
                    shelf -= outside[which];
                else if (what == 1 && outside.TryGetValue(which, out var held) && count <= held && settled.Add(which))
                    shelf += held - count;
                else if (what == 2)
                    shelf = count;
                facts.AddRange(decision.Events);
                state = decision.Events.Aggregate(state, (before, happened) => before.Evolve(happened));
                state.OnShelf("shield", Begins).ShouldBe(shelf);
                shelf.ShouldBeGreaterThanOrEqualTo(0);
                state.Out("shield").ShouldBe(outside.Where(one => !settled.Contains(one.Key)).Sum(one => one.Value));
            }

            Violations(facts).ShouldBeEmpty();
        });

    [Fact]
    public void The_checker_finds_a_shelf_that_lost_something_and_one_below_zero()
    {
        Violations([new StockDrawn(One.Incident, "w-1", "shield", 4, 4, 2, Now), new StockDrawn(One.Incident, "w-2", "shield", 1, 1, 0, Now)]).ShouldHaveSingleItem().ShouldContain("goes on from 1, and 2 were there");
        Violations([new StockDrawn(One.Incident, "w-1", "shield", 4, 4, -1, Now)]).ShouldHaveSingleItem().ShouldContain("-1 of shield");
    }

    [Fact]
    public void Facts_of_a_shelf_come_back_as_they_were()
    {
        StockEvent[] all =
        [
            new StockDrawn(One.Incident, "w-1", "shield", 4, 3, 3, Now), new StockReturned(One.Incident, "w-1", "shield", 2, 1, 5, Now), new StockSet("shield", 5, 9, "li", "filled", Now, "c-1"),
        ];
        foreach (var happened in all)
            EventCodec.Stocks.Decode(EventCodec.Stocks.Encode("1", happened).Json).ShouldBe(happened);
        all.Select(happened => happened.GetType().Name).ShouldBe(EventCodec.Stocks.Kinds, ignoreOrder: true);
    }

    private Objection? Do(Decision<StockEvent> decision)
    {
        _facts.AddRange(decision.Events);
        _state = decision.Events.Aggregate(_state, (before, happened) => before.Evolve(happened));
        return decision.Objection;
    }

    private IReadOnlyList<string> Violations() => Violations(_facts);

    private static IReadOnlyList<string> Violations(IEnumerable<StockEvent> facts)
    {
        var checker = new InvariantChecker();
        checker.Stock(AreaId.Parse("s-01"), facts);
        return checker.Finish(quiescent: false);
    }
}
