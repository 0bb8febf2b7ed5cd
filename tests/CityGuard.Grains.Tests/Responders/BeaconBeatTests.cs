using CityGuard.Grains.Responders;
using Shouldly;
using Xunit;

namespace CityGuard.Grains.Tests.Responders;

public sealed class BeaconBeatTests
{
    private const int Many = 2_100;

    [Fact]
    public void Mobile_forces_speak_at_once_and_then_spread_over_the_whole_period()
    {
        var first = Enumerable.Range(0, Many).Select(r => BeaconBeat.First(r, premisesOnly: false)).ToArray();
        first.Max().ShouldBeLessThan(TimeSpan.FromSeconds(2));
        var steady = Enumerable.Range(0, Many).Select(r => first[r] + BeaconBeat.Next(r, premisesOnly: false))
            .CountBy(at => (int)at.TotalSeconds % (int)BeaconBeat.Period.TotalSeconds).ToDictionary();
        steady.Count.ShouldBe(30);
        steady.Values.Max().ShouldBeLessThan(2 * Many / 30);
        Enumerable.Range(0, Many).Max(r => BeaconBeat.Next(r, premisesOnly: false)).ShouldBeLessThanOrEqualTo(BeaconBeat.Period);
    }

    [Fact]
    public void Units_are_spread_from_the_first_and_stay_so()
    {
        var steady = Enumerable.Range(0, Many).Select(r => BeaconBeat.First(r, premisesOnly: true) + BeaconBeat.Next(r, premisesOnly: true))
            .CountBy(at => (int)at.TotalSeconds % 30).ToDictionary();
        steady.Values.Max().ShouldBeLessThan(2 * Many / 30);
    }
}
