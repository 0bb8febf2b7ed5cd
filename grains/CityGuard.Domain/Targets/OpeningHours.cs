namespace CityGuard.Domain.Targets;

/// <summary>When a place is open, by minutes of the week in the city's own time zone; Monday 00:00 is minute 0.</summary>
/// <param name="Spans">Half-open spans of minutes within [0, 10080), in order, not overlapping; empty means never.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.OpeningHours")]
public sealed record OpeningHours([property: Id(0)] IReadOnlyList<MinuteSpan> Spans)
{
    /// <summary>Minutes in a week.</summary>
    public const int Week = 7 * 24 * 60;

    /// <summary>Always open.</summary>
    public static OpeningHours Always { get; } = new([new MinuteSpan(0, Week)]);

    /// <summary>True when the place is open at this minute of the week.</summary>
    public bool IsOpen(int minuteOfWeek)
    {
        foreach (var span in Spans)
            if (minuteOfWeek >= span.From && minuteOfWeek < span.Until)
                return true;
        return false;
    }

    /// <summary>
    /// Minutes from <paramref name="minuteOfWeek"/> until it next opens or closes, 1 to 10,080; null when it never changes.
    /// Sunday's end and Monday's start are one night.
    /// </summary>
    public int? MinutesToChange(int minuteOfWeek)
    {
        var open = IsOpen(minuteOfWeek);
        var least = int.MaxValue;
        foreach (var span in Spans)
        {
            Consider(span.From);
            Consider(span.Until);
        }

        return least == int.MaxValue ? null : least;

        void Consider(int edge)
        {
            var minute = edge % Week;
            var wait = (minute - minuteOfWeek + Week) % Week;
            if (IsOpen(minute) != open && wait > 0 && wait < least)
                least = wait;
        }
    }
}

/// <summary>A half-open span of minutes of the week.</summary>
[GenerateSerializer, Immutable, Alias("CityGuard.MinuteSpan")]
public readonly record struct MinuteSpan([property: Id(0)] int From, [property: Id(1)] int Until);
