using CityGuard.Domain.Targets;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Domain.Tests.Targets;

public sealed class OpeningHoursTests
{
    private const int Day = 24 * 60;

    private static readonly Gen<OpeningHours> Hours =
        Gen.Int[0, OpeningHours.Week].HashSet[0, 8].Where(set => set.Count % 2 == 0).Select(set =>
        {
            var edges = set.Order().ToArray();
            return new OpeningHours(edges.Chunk(2).Select(e => new MinuteSpan(e[0], e[1])).ToArray());
        });

    [Fact]
    public void A_school_asks_for_nothing_at_night()
    {
        var school = new OpeningHours([new MinuteSpan(7 * 60, 18 * 60)]);
        school.IsOpen(3 * 60).ShouldBeFalse();
        school.MinutesToChange(3 * 60).ShouldBe(4 * 60);
        school.MinutesToChange(12 * 60).ShouldBe(6 * 60);
        school.MinutesToChange(19 * 60).ShouldBe(OpeningHours.Week - (12 * 60));
    }

    [Fact]
    public void A_night_over_the_end_of_the_week_is_one_night()
    {
        var bar = new OpeningHours([new MinuteSpan(0, 120), new MinuteSpan((6 * Day) + (20 * 60), OpeningHours.Week)]);
        bar.MinutesToChange((6 * Day) + (23 * 60)).ShouldBe(60 + 120);
    }

    [Fact]
    public void Always_and_never_do_not_change()
    {
        OpeningHours.Always.MinutesToChange(5).ShouldBeNull();
        new OpeningHours([]).MinutesToChange(5).ShouldBeNull();
    }

    [Fact]
    public void The_next_change_is_the_first_minute_that_differs()
        => Gen.Select(Hours, Gen.Int[0, OpeningHours.Week - 1]).Sample((hours, minute) =>
        {
            int? expected = null;
            for (var wait = 1; wait < OpeningHours.Week && expected is null; wait++)
                if (hours.IsOpen((minute + wait) % OpeningHours.Week) != hours.IsOpen(minute))
                    expected = wait;
            return hours.MinutesToChange(minute) == expected;
        }, iter: 500);

    [Fact]
    public void People_read_the_citys_own_clock()
    {
        var guangzhou = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        WeekClock.MinuteOfWeek(new DateTimeOffset(2026, 11, 22, 16, 30, 0, TimeSpan.Zero), guangzhou).ShouldBe(30); // Monday 00:30 there
        WeekClock.MinuteOfWeek(new DateTimeOffset(2026, 11, 22, 15, 59, 59, TimeSpan.Zero), guangzhou).ShouldBe(OpeningHours.Week - 1);
    }
}
