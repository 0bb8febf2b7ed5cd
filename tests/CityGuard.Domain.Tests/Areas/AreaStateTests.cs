using System.Text;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Areas;

public sealed class AreaStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_repeat_of_a_switch_does_not_override_a_later_one()
    {
        var area = Told(AreaState.Initial, AreaState.Initial.Switch(DispatchMode.Manual, "drill", "chief", Now, "a"));
        area = Told(area, area.Switch(DispatchMode.Recommend, "over", "chief", Now, "b"));
        var again = area.Switch(DispatchMode.Manual, "drill", "chief", Now.AddSeconds(9), "a");
        (again.Objection, again.Events.Count).ShouldBe((null, 0));
        var other = area.Switch(DispatchMode.Automatic, "drill", "chief", Now.AddSeconds(9), "a").Objection.ShouldNotBeNull();
        (other.Kind, other.Reason).ShouldBe((ObjectionKind.Conflict, "command a was another one: mode manual by chief"));
        area.Mode!.Mode.ShouldBe(DispatchMode.Recommend);
        area.Mode.At.ShouldBeGreaterThan(Now);
    }

    [Theory]
    [InlineData(true, DispatchMode.Automatic)]
    [InlineData(false, DispatchMode.Manual)]
    public void A_switch_of_an_old_journal_is_a_mode_and_its_command_is_known(bool on, DispatchMode mode)
    {
        var json = Encoding.UTF8.GetBytes($$"""{"kind":"AutomaticSet","v":1,"on":{{(on ? "true" : "false")}},"why":"drill","by":"chief","at":"2026-03-01T08:00:00+00:00","command":"a"}""");
        var area = AreaState.Initial.Evolve(EventCodec.Areas.Decode(json).ShouldBeOfType<AutomaticSet>());
        area.Word(AreaId.Parse("d-1")).ShouldBe(new ModeWord(mode, AreaId.Parse("d-1"), "chief", "drill", Now));
        area.Switch(mode, "drill", "chief", Now.AddHours(1), "a").Events.ShouldBeEmpty();
    }

    [Fact]
    public void A_mode_comes_back_as_it_was()
    {
        AreaEvent set = new ModeSet(DispatchMode.Recommend, "storm", "chief", Now, "a");
        var stored = EventCodec.Areas.Encode("1", set).Json;
        Encoding.UTF8.GetString(stored.Span).ShouldContain("\"mode\":\"recommend\"");
        EventCodec.Areas.Decode(stored).ShouldBe(set);
    }

    [Fact]
    public void The_latest_word_counts_and_the_stricter_of_two_of_one_moment()
    {
        ModeWord early = new(DispatchMode.Manual, AreaId.Parse("s-1"), "li", "drill", Now), late = new(DispatchMode.Automatic, AreaId.Parse("d-1"), "wang", "over", Now.AddSeconds(1));
        foreach (var (one, other) in new[] { (early, late), (late, early) })
            ModeWord.Later(one, other).ShouldBe(late);
        var strict = late with { Mode = DispatchMode.Recommend };
        foreach (var (one, other) in new[] { (strict, late), (late, strict) })
            ModeWord.Later(one, other).ShouldBe(strict);
        ModeWord.Later(null, early).ShouldBe(early);
        ModeWord.Later(early, null).ShouldBe(early);
    }

    private static AreaState Told(AreaState area, Decision<AreaEvent> decision) => decision.Events.Aggregate(area, (state, happened) => state.Evolve(happened));
}
