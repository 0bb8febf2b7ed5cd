using System.Globalization;
using CityGuard.Web.Map;

namespace CityGuard.Web.Panels;

/// <summary>Tells stored times in the city's own time zone, wherever the reader sits.</summary>
public sealed class CityClock(ICityMapSource source, TimeProvider time)
{
    private readonly Lazy<TimeZoneInfo> _zone = new(() => TimeZoneInfo.FindSystemTimeZoneById(source.City.TimeZone));

    public DateTimeOffset Now => Local(time.GetUtcNow());

    public string ZoneName => source.City.TimeZone;

    public string TimeOf(DateTimeOffset at) => Local(at).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    public string TimeOf(DateTimeOffset? at) => at is { } known ? TimeOf(known) : "–";

    public string DateAndTimeOf(DateTimeOffset at) => Local(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Age as <c>42 s</c>, <c>3:05</c> (minutes) or <c>2:10:00</c>; never negative.</summary>
    public string AgeOf(DateTimeOffset at)
    {
        var age = time.GetUtcNow() - at;
        return Span(age < TimeSpan.Zero ? TimeSpan.Zero : age);
    }

    /// <summary>Time left as <c>3:05</c>; what is late is told as <c>+0:42</c>. Minutes and seconds, or hours before them.</summary>
    public string LeftOf(DateTimeOffset due)
    {
        var left = due - time.GetUtcNow();
        var (sign, span) = left < TimeSpan.Zero ? ("+", -left) : ("", left);
        return span.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{sign}{(int)span.TotalHours}:{span.Minutes:00}:{span.Seconds:00}")
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{span.Minutes}:{span.Seconds:00}");
    }

    public bool IsPast(DateTimeOffset? due) => due < time.GetUtcNow();

    public static string Span(TimeSpan span) => span switch
    {
        { TotalSeconds: < 100 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalSeconds} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalMinutes}:{span.Seconds:00}"),
        { TotalHours: < 48 } => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours}:{span.Minutes:00}:{span.Seconds:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalDays} d"),
    };

    private DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone.Value);
}
