namespace CityGuard.Domain.Targets;

/// <summary>The minute of the week that people of a city read from their clocks.</summary>
public static class WeekClock
{
    /// <summary>Minute of the week at an instant; Monday 00:00 in the city's time zone is 0.</summary>
    public static int MinuteOfWeek(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone);
        var day = ((int)local.DayOfWeek + 6) % 7;
        return (day * 24 * 60) + (local.Hour * 60) + local.Minute;
    }
}
