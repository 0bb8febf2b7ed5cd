using CityGuard.Web.Panels;
using CityGuard.Web.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace CityGuard.Web.Tests.Panels;

public sealed class CityClockTests : Room
{
    [Fact]
    public void Times_are_told_in_the_citys_zone()
        => Services.GetRequiredService<CityClock>().DateAndTimeOf(Samples.Now).ShouldBe("2026-03-04 13:06:07");

    [Theory]
    [InlineData(-5, "0 s")]
    [InlineData(42, "42 s")]
    [InlineData(185, "3:05")]
    [InlineData(7800, "2:10:00")]
    [InlineData(400_000, "4 d")]
    public void Ages_are_short(int seconds, string told)
        => Services.GetRequiredService<CityClock>().AgeOf(Samples.Now.AddSeconds(-seconds)).ShouldBe(told);
}
