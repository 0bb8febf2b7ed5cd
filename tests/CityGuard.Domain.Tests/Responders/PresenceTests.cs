using CityGuard.Domain.Areas;
using CityGuard.Domain.Responders;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Responders;

public sealed class PresenceTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly BilingualName Name = new("警", "Force");

    private static readonly ResponderKind
        Patrol = new("patrol", Name, false, true, 90, null),
        Station = new("station", Name, false, false, null, 43_200, FreshAwaySeconds: 300),
        Unit = new("unit", Name, true, false, null, 43_200, FreshAwaySeconds: 300);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_patrol_counts_while_its_position_is_fresh_wherever_it_is(bool atPost)
    {
        var until = Presence.FreshUntil(Patrol, At, atPost);
        Presence.Holds(until, At.AddSeconds(89.999)).ShouldBeTrue();
        Presence.Holds(until, At.AddSeconds(90)).ShouldBeFalse();
    }

    [Fact]
    public void A_force_that_waits_is_at_its_post_by_its_sign_in_and_away_only_by_a_fresh_position()
    {
        Presence.FreshUntil(Station, At, atPost: true).ShouldBe(DateTimeOffset.MaxValue);
        Presence.FreshUntil(Station, At, atPost: false).ShouldBe(At.AddSeconds(300));
    }

    [Fact]
    public void A_unit_never_leaves_and_an_older_package_sets_no_limit()
    {
        Presence.FreshUntil(Unit, At, atPost: false).ShouldBe(DateTimeOffset.MaxValue);
        Presence.FreshUntil(new ResponderKind("old", Name, false, false, null, 43_200), At, atPost: false).ShouldBe(DateTimeOffset.MaxValue);
    }
}
