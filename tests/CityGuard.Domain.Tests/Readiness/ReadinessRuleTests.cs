using CityGuard.Domain.Readiness;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Readiness;

public sealed class ReadinessRuleTests
{
    private const byte Unit = 0, Patrol = 1;

    /// <summary>The 1-minute circle: within 60 s two responders of two kinds, nobody later than 15 minutes.</summary>
    private static readonly StandardRule Circle1 = new(new[] { new RingRule(600, 0b11, 2, 2) }, 9000);

    [Fact]
    public void Two_kinds_in_time_with_a_spare_of_each_is_met()
        => Level(new(1, Unit, 100), new(2, Unit, 200), new(3, Patrol, 300), new(4, Patrol, 599)).ShouldBe(ReadinessLevel.Met);

    [Fact]
    public void A_party_held_by_one_responder_is_thin_and_names_it()
    {
        var assessment = ReadinessRule.Evaluate(Circle1, [new(1, Unit, 100), new(3, Patrol, 300), new(2, Unit, 200)]);
        assessment.Level.ShouldBe(ReadinessLevel.Thin);
        assessment.Sole.ShouldBe(3);
        assessment.First.ShouldBe(1);
    }

    [Fact]
    public void A_party_missing_is_incomplete_and_named()
    {
        var assessment = ReadinessRule.Evaluate(Circle1, [new(1, Unit, 100), new(2, Unit, 200), new(3, Patrol, 601)]);
        assessment.Level.ShouldBe(ReadinessLevel.Incomplete);
        assessment.MissingKinds.ShouldBe(0b10UL);
        assessment.BrokenRing.ShouldBe(0);
    }

    [Fact]
    public void A_ring_that_is_short_of_numbers_only_names_every_kind_that_would_help()
    {
        var pair = new StandardRule(new[] { new RingRule(600, 0b10, 2, 1) }, 9000);
        ReadinessRule.Evaluate(pair, [new(3, Patrol, 300)]).ShouldSatisfyAllConditions(
            a => a.Level.ShouldBe(ReadinessLevel.Incomplete), a => a.MissingKinds.ShouldBe(0b10UL));
        var three = new StandardRule(new[] { new RingRule(600, 0b111, 3, 2) }, 9000);
        ReadinessRule.Evaluate(three, [new(1, Unit, 100), new(3, Patrol, 300)]).MissingKinds.ShouldBe(0b111UL);
    }

    [Fact]
    public void Somebody_but_too_late_is_late() => Level(new Arrival(3, Patrol, 601)).ShouldBe(ReadinessLevel.Late);

    [Fact]
    public void Nobody_within_the_outermost_limit_is_dark() => Level(new Arrival(3, Patrol, 9001)).ShouldBe(ReadinessLevel.Dark);

    [Fact]
    public void A_kind_that_is_not_wanted_does_not_light_a_dark_place() => Level(new Arrival(3, 5, 10)).ShouldBe(ReadinessLevel.Dark);

    [Fact]
    public void Says_what_the_sentence_says()
        => ReadinessCases.Both.Sample((standard, arrivals)
            => ReadinessRule.Evaluate(standard, arrivals) == ReadinessOracle.Evaluate(standard, arrivals), iter: 20_000);

    [Fact]
    public void Does_not_care_for_the_order_of_arrivals()
        => Gen.Select(ReadinessCases.Standard, ReadinessCases.Arrivals.SelectMany(a => Gen.Shuffle(a).Select(s => (Plain: a, Shuffled: s))))
            .Sample((standard, pair) => ReadinessRule.Evaluate(standard, pair.Plain) == ReadinessRule.Evaluate(standard, pair.Shuffled));

    [Fact]
    public void Ignores_everyone_after_the_outermost_limit()
        => ReadinessCases.Both.Sample((standard, arrivals)
            => ReadinessRule.Evaluate(standard, arrivals)
                == ReadinessRule.Evaluate(standard, arrivals.Where(a => a.Deciseconds <= standard.OutermostDeciseconds).ToArray()));

    [Fact]
    public void One_more_responder_never_makes_a_place_worse()
        => Gen.Select(ReadinessCases.Standard, ReadinessCases.Arrivals, Gen.Byte[0, 3], Gen.UShort[0, 100]).Sample((standard, arrivals, kind, time) =>
        {
            var before = ReadinessRule.Evaluate(standard, arrivals);
            var after = ReadinessRule.Evaluate(standard, [.. arrivals, new Arrival(arrivals.Length, kind, time)]);
            return Promise(after) >= Promise(before);
        });

    [Fact]
    public void The_sole_responder_is_the_one_whose_leaving_breaks_it()
        => ReadinessCases.Both.Sample((standard, arrivals) =>
        {
            var whole = ReadinessRule.Evaluate(standard, arrivals);
            return whole.Level is not (ReadinessLevel.Met or ReadinessLevel.Thin) || Array.TrueForAll(arrivals, gone =>
            {
                var left = ReadinessRule.Evaluate(standard, arrivals.Where(a => a.Responder != gone.Responder).ToArray()).Level;
                var holds = left is ReadinessLevel.Met or ReadinessLevel.Thin;
                return gone.Responder == whole.Sole ? !holds : holds || whole.Level == ReadinessLevel.Thin;
            });
        });

    [Fact]
    public void Evaluates_without_allocating()
    {
        Arrival[] arrivals = [new(1, Unit, 100), new(2, Unit, 200), new(3, Patrol, 300)];
        ReadinessRule.Evaluate(Circle1, arrivals);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            ReadinessRule.Evaluate(Circle1, arrivals);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static ReadinessLevel Level(params Arrival[] arrivals) => ReadinessRule.Evaluate(Circle1, arrivals).Level;

    /// <summary>
    /// The order that one more responder respects: rings kept one after the other, then how well. Late and Incomplete of
    /// different rings compare by the ring, since a place may keep its outer promise better and still break an inner one.
    /// </summary>
    private static int Promise(Assessment a) => a.Level switch
    {
        ReadinessLevel.Met => 1001,
        ReadinessLevel.Thin => 1000,
        ReadinessLevel.Dark => -1,
        _ => (a.BrokenRing * 10) + (a.Level == ReadinessLevel.Incomplete ? 1 : 0),
    };
}
