using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Events;
using CityGuard.Domain.Journal;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Areas;

public sealed class AreaStateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_repeat_of_a_switch_does_not_override_a_later_one()
    {
        var area = Told(AreaState.Initial, AreaState.Initial.Switch(false, "drill", "chief", Now, "a"));
        area = Told(area, area.Switch(true, "over", "chief", Now, "b"));
        var again = area.Switch(false, "drill", "chief", Now.AddSeconds(9), "a");
        (again.Objection, again.Events.Count).ShouldBe((null, 0));
        area.Switch(true, "drill", "chief", Now.AddSeconds(9), "a").Objection!.Kind.ShouldBe(ObjectionKind.Conflict);
        area.Automatic!.On.ShouldBeTrue();
        area.Automatic.At.ShouldBeGreaterThan(Now);
    }

    private static AreaState Told(AreaState area, Decision<AreaEvent> decision) => decision.Events.Aggregate(area, (state, happened) => state.Evolve(happened));
}
