using CityGuard.Domain.Areas;
using CityGuard.Domain.Targets;

namespace CityGuard.Cities.Roads;

/// <summary>Hours of the week at which roads take longer (or less long) than the network says.</summary>
/// <param name="Id">Stable key, e.g. <c>morning-peak</c>.</param>
/// <param name="Name">Name in both languages.</param>
/// <param name="Spans">When, in minutes of the week in the city's time zone; in order.</param>
/// <param name="Roads">Travel time by class of road as a multiple, 0.1 to 20; a class that is not named keeps its time.</param>
/// <param name="Districts">Times that by district (area id), 0.1 to 20; a district that is not named: 1.</param>
public sealed record TravelPeriod(
    string Id, BilingualName Name, IReadOnlyList<MinuteSpan> Spans, IReadOnlyDictionary<RoadClass, double> Roads, IReadOnlyDictionary<string, double> Districts)
{
    /// <summary>Least and largest factor.</summary>
    public const double Least = 0.1, Most = 20;

    /// <summary>True at this minute of the week.</summary>
    public bool IsNow(int minuteOfWeek) => Spans.Any(span => minuteOfWeek >= span.From && minuteOfWeek < span.Until);
}
