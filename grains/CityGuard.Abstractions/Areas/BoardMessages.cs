using CityGuard.Abstractions.Readiness;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Areas.Counters;

namespace CityGuard.Abstractions.Areas;

/// <summary>How much the city knows of the calls of a day.</summary>
public enum DayKnowledge : byte
{
    /// <summary>Nothing: the city was not in service then, or nobody who counts answers now. There are no figures, not zeros.</summary>
    Unknown,

    /// <summary>Less than all: see since when, or who is silent. The figures are lower bounds.</summary>
    Partial,

    /// <summary>All that was reported.</summary>
    Whole,
}

/// <summary>The calls of one day.</summary>
/// <param name="Day">Day in the city's time zone.</param>
/// <param name="Known">How much is known of it.</param>
/// <param name="Since">When the city first started, if that was on this day.</param>
/// <param name="SoFar">Calls up to the same time of the day as now; null: unknown.</param>
/// <param name="Whole">Calls of the whole day, of today those up to now; null: unknown.</param>
/// <param name="Closed">How many of the day's calls were closed by that time; null: unknown.</param>
/// <param name="Late">How many of the day's calls had a late step by that time; null: unknown.</param>
/// <param name="Types">By type, those that occurred.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.BoardDay")]
public sealed record BoardDay(
    [property: Id(0)] DateOnly Day,
    [property: Id(1)] DayKnowledge Known,
    [property: Id(2)] DateTimeOffset? Since,
    [property: Id(3)] int? SoFar,
    [property: Id(4)] int? Whole,
    [property: Id(5)] int? Closed,
    [property: Id(6)] int? Late,
    [property: Id(7)] IReadOnlyList<TypeCount> Types);

/// <summary>The daily board of an area: today against yesterday and the same weekday of last week, what hangs, who is on duty.</summary>
/// <param name="Area">The area: a sector, a district or the city.</param>
/// <param name="At">When it was asked for.</param>
/// <param name="Today">Today.</param>
/// <param name="Yesterday">Yesterday.</param>
/// <param name="LastWeek">The same weekday of last week.</param>
/// <param name="Open">Open incidents now; null: no sector of the area knows yet.</param>
/// <param name="Late">Of which late now; null: no sector of the area knows yet.</param>
/// <param name="OnDuty">Planned and actual strength by kind.</param>
/// <param name="Silent">Sectors whose figures are missing, because they do not answer or have just started: with any of these every figure is a lower bound.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.AreaBoard")]
public sealed record AreaBoard(
    [property: Id(0)] AreaId Area,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] BoardDay Today,
    [property: Id(3)] BoardDay Yesterday,
    [property: Id(4)] BoardDay LastWeek,
    [property: Id(5)] int? Open,
    [property: Id(6)] int? Late,
    [property: Id(7)] IReadOnlyList<Strength> OnDuty,
    [property: Id(8)] IReadOnlyList<AreaId> Silent);
