using CityGuard.Abstractions.Readiness;
using CityGuard.Grains.Readiness;
using CityGuard.Grains.Telemetry;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Telemetry;

public sealed class HealthRulesTests
{
    private static readonly JournalSigns Sound = new(0, TimeSpan.Zero, 0, null, null, null), Stuck = new(7, TimeSpan.FromSeconds(9), 0, null, null, null);

    [Theory]
    [InlineData(2, false, HealthState.Starting)]
    [InlineData(2, true, HealthState.Degraded)]
    [InlineData(3, true, HealthState.Starting)]
    [InlineData(0, true, HealthState.Ready)]
    public void Boards_that_do_not_answer_mean_starting_before_the_city_was_whole_and_degraded_after(int missing, bool wasReady, HealthState state)
    {
        var (word, reasons) = HealthRules.Judge(new HealthSigns(3, [.. Enumerable.Range(1, missing).Select(i => $"s-0{i}")], wasReady, Sound, TimeSpan.Zero));
        word.ShouldBe(state);
        reasons.Count.ShouldBe(missing == 0 ? 0 : 1);
        if (state == HealthState.Degraded)
            reasons[0].ShouldContain("s-01, s-02");
    }

    [Fact]
    public void The_gravest_gives_the_word_and_every_reason_is_told()
    {
        HealthRules.Judge(new HealthSigns(3, ["s-01"], true, Stuck, TimeSpan.FromSeconds(6))).ShouldSatisfyAllConditions(
            h => h.State.ShouldBe(HealthState.ReadOnly),
            h => h.Reasons.Count.ShouldBe(3),
            h => h.Reasons[1].ShouldContain("7 appends"),
            h => h.Reasons[2].ShouldContain("6 s ago"));
        HealthRules.Judge(new HealthSigns(3, ["s-01"], false, Stuck, TimeSpan.Zero)).State.ShouldBe(HealthState.Starting);
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(-5, null)]
    [InlineData(3_600, "set ahead by 3600 s")]
    [InlineData(-300, "300 s behind")]
    public void A_clock_that_was_set_is_told(int ahead, string? told)
    {
        var (word, reasons) = HealthRules.Judge(new HealthSigns(3, [], true, Sound, TimeSpan.Zero, TimeSpan.FromSeconds(ahead)));
        word.ShouldBe(told is null ? HealthState.Ready : HealthState.Degraded);
        if (told is not null)
            reasons.ShouldHaveSingleItem().ShouldContain(told);
    }

    [Fact]
    public void Only_some_of_many_silent_sectors_are_named()
        => HealthRules.Judge(new HealthSigns(200, [.. Enumerable.Range(0, 100).Select(i => $"s-{i:D3}")], true, Sound, TimeSpan.Zero)).Reasons.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(r => r.ShouldContain("s-004 and others"), r => r.ShouldNotContain("s-005"));
}
