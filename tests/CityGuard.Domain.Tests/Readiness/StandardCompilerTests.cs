using CityGuard.Domain.Areas;
using CityGuard.Domain.Readiness;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Readiness;

public sealed class StandardCompilerTests
{
    private static readonly string[] Kinds = ["unit", "patrol", "special"];

    [Fact]
    public void Seconds_become_deciseconds_and_keys_become_bits()
    {
        var rule = StandardCompiler.Compile(Standard(new ResponseRing(60, ["patrol", "unit"], 2, 2), new ResponseRing(300, [], 3, 1)), Kinds);
        rule.Rings.ToArray().ShouldBe([new RingRule(600, 0b011, 2, 2), new RingRule(3000, 0b111, 3, 1)]);
        rule.OutermostDeciseconds.ShouldBe((ushort)9000);
    }

    [Fact]
    public void An_unknown_kind_is_named()
        => Refusal(new ResponseRing(60, ["dragon"], 1, 1)).ShouldContain("dragon");

    [Fact]
    public void Rings_stand_from_the_inside_out()
        => Refusal(new ResponseRing(300, [], 1, 1), new ResponseRing(60, [], 1, 1)).ShouldContain("ring 1");

    [Fact]
    public void No_ring_lies_outside_the_outermost_limit()
        => Refusal(new ResponseRing(901, [], 1, 1)).ShouldContain("outermost");

    [Fact]
    public void More_kinds_than_responders_cannot_come()
        => Refusal(new ResponseRing(60, [], 1, 2)).ShouldContain("1 of 2");

    [Fact]
    public void The_tighter_ring_is_stricter_then_the_larger_force()
    {
        var minute = StandardCompiler.Compile(Standard(new ResponseRing(60, [], 1, 1)), Kinds);
        var pair = StandardCompiler.Compile(Standard(new ResponseRing(60, [], 2, 1)), Kinds);
        var later = StandardCompiler.Compile(Standard(new ResponseRing(180, [], 9, 2)), Kinds);
        StandardCompiler.CompareStrictness(minute, later).ShouldBeLessThan(0);
        StandardCompiler.CompareStrictness(pair, minute).ShouldBeLessThan(0);
        StandardCompiler.CompareStrictness(minute, minute).ShouldBe(0);
    }

    private static string Refusal(params ResponseRing[] rings)
        => Should.Throw<FormatException>(() => StandardCompiler.Compile(Standard(rings), Kinds)).Message;

    private static ResponseStandard Standard(params ResponseRing[] rings)
        => new("s", new BilingualName("标准", "standard"), rings, 900);
}
