namespace CityGuard.Domain.Areas.Counters;

/// <summary>Calls of one type on one day.</summary>
/// <param name="Type">Type key.</param>
/// <param name="SoFar">Received up to the time asked for.</param>
/// <param name="Whole">Received on the whole day, as far as it has gone.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.TypeCount")]
public sealed record TypeCount([property: Id(0)] string Type, [property: Id(1)] int SoFar, [property: Id(2)] int Whole);

/// <summary>What the calls of one day come to.</summary>
/// <param name="Types">By type, those that occurred, in order of their keys.</param>
/// <param name="Closed">How many of the day's calls were closed by the time asked for.</param>
/// <param name="Late">How many of the day's calls had a late step by the time asked for.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.DayCount")]
public sealed record DayCount([property: Id(0)] IReadOnlyList<TypeCount> Types, [property: Id(1)] int Closed, [property: Id(2)] int Late)
{
    /// <summary>A day without calls.</summary>
    public static DayCount Nothing { get; } = new([], 0, 0);

    /// <summary>Both together.</summary>
    public static DayCount Add(DayCount left, DayCount right) => new(
        [.. left.Types.Concat(right.Types).GroupBy(t => t.Type, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new TypeCount(g.Key, g.Sum(t => t.SoFar), g.Sum(t => t.Whole)))],
        left.Closed + right.Closed,
        left.Late + right.Late);
}
