using CityGuard.Domain.Duty;
using CityGuard.Domain.Plans;

namespace CityGuard.Grains.Sectors;

/// <summary>Which parts of its ground a sector counts besides the whole.</summary>
internal enum CountedParts : byte
{
    None,
    Beats,
    Communities,
}

/// <summary>What a sector counts.</summary>
/// <param name="Mode">How much goes by itself.</param>
/// <param name="Duty">The duty level in force; null: nothing was ever ordered.</param>
/// <param name="Owing">Measures of that level that nobody has acknowledged here.</param>
/// <param name="Parts">The whole sector first, then the parts asked for.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.SectorCounts")]
internal sealed record SectorCounts([property: Id(80)] DispatchMode Mode, [property: Id(1)] PartCount[] Parts, [property: Id(50)] DutyInForce? Duty = null, [property: Id(90)] int Owing = 0);

/// <summary>Counts of those cells of a sector that lie in one area.</summary>
/// <param name="Area">Area index: the sector, one of its beats, or a community that has cells in it.</param>
/// <param name="Cells">Cells by level.</param>
/// <param name="People">People by level.</param>
/// <param name="Targets">Targets by level.</param>
/// <param name="Heard">Those posted there of whom the board knows anything, by kind.</param>
/// <param name="Actual">Of them in service, fresh and ready, by kind.</param>
/// <param name="Busy">Of those in <paramref name="Actual"/>, how many are held by an incident, by kind.</param>
/// <param name="Open">Open incidents there.</param>
/// <param name="Late">Of which late.</param>
/// <param name="Oldest">Oldest position by which anybody posted there counts, see <see cref="Abstractions.Readiness.ReadinessSummary"/>; null: nobody counts by a position.</param>
/// <param name="Lent">Of those heard and fit, how many are lent to another area, by kind; not in <paramref name="Actual"/>.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.PartCount")]
internal sealed record PartCount(
    [property: Id(0)] int Area,
    [property: Id(1)] int[] Cells,
    [property: Id(2)] double[] People,
    [property: Id(3)] int[] Targets,
    [property: Id(4)] int[] Heard,
    [property: Id(5)] int[] Actual,
    [property: Id(6)] int[] Busy,
    [property: Id(7)] int Open,
    [property: Id(8)] int Late,
    [property: Id(9)] DateTimeOffset? Oldest,
    [property: Id(60)] int[]? Lent = null);
