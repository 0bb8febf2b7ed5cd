using System.Collections.Immutable;
using System.Globalization;
using CityGuard.Domain.Targets;

namespace CityGuard.Cities.Import.Files;

/// <summary>Reads hours as OpenStreetMap writes them, the common part of it: <c>24/7</c>, <c>Mo-Fr 07:00-18:00; Sa,Su 10:00-16:00</c>.</summary>
internal static class WeekText
{
    private const int Day = 24 * 60;
    private static readonly string[] _days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    /// <summary>Spans of minutes of the week, in order and joined; null when the text is something else.</summary>
    public static ImmutableArray<MinuteSpan>? Read(string text)
    {
        if (text.Trim() == "24/7")
            return [new MinuteSpan(0, OpeningHours.Week)];
        var open = new bool[OpeningHours.Week];
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var days = words.Length == 1 ? [0, 1, 2, 3, 4, 5, 6] : Days(words[0]);
            if (words.Length is 0 or > 2 || days is null)
                return null;
            foreach (var hours in words[^1].Split(','))
            {
                if (hours.Split('-') is not [var from, var until] || Minute(from) is not { } start || Minute(until) is not { } end)
                    return null;
                // 22:00-06:00 goes on into the next day, Sunday's into Monday.
                for (var day = 0; day < days.Length; day++)
                    for (var minute = start; minute < (end <= start ? end + Day : end); minute++)
                        open[((days[day] * Day) + minute) % OpeningHours.Week] = true;
            }
        }

        return Spans(open);
    }

    private static int[]? Days(string text)
    {
        var days = new List<int>();
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-').Select(d => Array.IndexOf(_days, d)).ToArray();
            if (ends.Length is 0 or > 2 || ends.Contains(-1))
                return null;
            for (var day = ends[0]; ; day = (day + 1) % 7)
            {
                days.Add(day);
                if (day == ends[^1])
                    break;
            }
        }

        return [.. days];
    }

    private static int? Minute(string text)
        => text == "24:00" ? Day
            : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (time.Hour * 60) + time.Minute : null;

    private static ImmutableArray<MinuteSpan>? Spans(bool[] open)
    {
        var spans = ImmutableArray.CreateBuilder<MinuteSpan>();
        for (var minute = 0; minute < open.Length; minute++)
        {
            if (!open[minute])
                continue;
            var from = minute;
            while (minute < open.Length && open[minute])
                minute++;
            spans.Add(new MinuteSpan(from, minute));
        }

        return spans.Count == 0 ? null : spans.ToImmutable();
    }
}
