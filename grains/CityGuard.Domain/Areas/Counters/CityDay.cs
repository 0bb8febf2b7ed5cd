namespace CityGuard.Domain.Areas.Counters;

/// <summary>Days and clock times as people of a city read them.</summary>
public static class CityDay
{
    /// <summary>The day of an instant in the city's time zone.</summary>
    public static DateOnly Of(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>What the clock shows at an instant: the time since midnight by the clock.</summary>
    public static TimeOnly Clock(DateTimeOffset at, TimeZoneInfo zone) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>The instant at which the clock of a day shows a time; a time that the clock skips is the first after it, one shown twice the first of both.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly clock, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(clock);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The first instant of a day.</summary>
    public static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone) => At(day, TimeOnly.MinValue, zone);
}
