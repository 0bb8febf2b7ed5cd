using CityGuard.Abstractions.Readiness;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Duty;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Readiness;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Sectors;

namespace CityGuard.Grains.Readiness;

/// <summary>Adds up what the sectors that have cells in an area say of them; what a silent sector should say is counted as unknown.</summary>
internal static class SummarySums
{
    private static readonly ReadinessLevel[] Levels = Enum.GetValues<ReadinessLevel>();

    public static ReadinessSummary Of(CityIndex index, int area, RoundCounts round, DateTimeOffset now, IReadOnlyList<ReadinessSummary> children)
    {
        var (parts, silent, modes, oldest) = (new List<PartCount>(), new List<int>(), new SortedSet<DispatchMode>(), new List<DateTimeOffset>());
        foreach (var sector in index.Areas.Touching(area))
        {
            if (round.Said.TryGetValue(sector, out var counts))
            {
                parts.AddRange(Within(index, counts, area));
                modes.Add(counts.Mode);
            }
            else
            {
                silent.Add(sector);
            }

            if ((counts ?? round.Remembered.GetValueOrDefault(sector)) is { } last && Within(index, last, area).Min(part => part.Oldest) is { } at)
                oldest.Add(at);
        }

        var said = index.Areas.Touching(area).ToArray().Select(sector => round.Said.GetValueOrDefault(sector)).OfType<SectorCounts>().ToArray();
        return new ReadinessSummary(
            index.City.Areas[area], Count(index, area, parts, silent), Strengths(index, area, round, now, parts), parts.Sum(p => p.Open), parts.Sum(p => p.Late),
            modes is { Count: 1, Max: DispatchMode.Automatic }, [.. silent.Select(s => index.City.Areas[index.City.Cells.Sectors[s].Area].Id)],
            oldest.Count > 0 ? oldest.Min() : null, children, [.. modes], said.Select(s => s.Duty).OfType<DutyInForce>().MaxBy(duty => (duty.Rank, duty.Order is not null)),
            said.Sum(s => s.Owing));
    }

    /// <summary>Which parts of a sector lie in the area: all of it, or those beats and communities.</summary>
    private static PartCount[] Within(CityIndex index, SectorCounts counts, int area) => index.City.Areas[area].Kind is AreaKind.City or AreaKind.District or AreaKind.Sector
        ? [counts.Parts[0]]
        : [.. counts.Parts.Skip(1).Where(p => p.Area == area || index.Areas.Parent[p.Area] == area)];

    private static LevelCount[] Count(CityIndex index, int area, List<PartCount> parts, List<int> silent)
    {
        var counts = Levels.Select((level, i) => new LevelCount(level, parts.Sum(p => p.Cells[i]), parts.Sum(p => p.People[i]), parts.Sum(p => p.Targets[i]))).ToArray();
        foreach (var sector in silent)
        {
            var (range, unknown) = (index.City.Cells.Sectors[sector], counts[(int)ReadinessLevel.Unknown]);
            var within = Enumerable.Range(range.First, range.Count).Where(cell => index.IsWithin(cell, area)).ToHashSet();
            counts[(int)ReadinessLevel.Unknown] = unknown with
            {
                Cells = unknown.Cells + within.Count,
                People = unknown.People + within.Sum(cell => (double)index.City.Cells.Residents[cell]),
                Targets = unknown.Targets + index.Targets(sector).Count(t => within.Contains(index.TargetCell[t])),
            };
        }

        return counts;
    }

    /// <summary>The duty level of a sector, by its place in the table; of a silent one what it said last, while that holds.</summary>
    private static int Rank(RoundCounts round, int sector, DateTimeOffset now)
        => (round.Said.GetValueOrDefault(sector) ?? round.Remembered.GetValueOrDefault(sector))?.Duty is { Order: { } order, Rank: var rank } && order.Holds(now) ? rank : 0;

    /// <summary>Planned is what a duty level asks of all posted where it is in force in the area, taken once for each level; whoever no board speaks of is unknown, not absent.</summary>
    private static Strength[] Strengths(CityIndex index, int area, RoundCounts round, DateTimeOffset now, List<PartCount> parts)
    {
        var posted = index.Posts.Now.Strength.In(area);
        var levels = index.Areas.Touching(area).ToArray().GroupBy(sector => Rank(round, sector, now)).ToArray();
        return [.. Enumerable.Range(0, posted.Length).Where(k => posted[k] > 0).Select(k => new Strength(
            index.KindIds[k], levels.Sum(level => PlannedStrength.Of(index.City.Rules.Duty[level.Key], index.KindIds[k], level.Sum(sector => index.Posts.Now.Strength.In(area, sector, k)))),
            parts.Sum(p => p.Actual[k]), parts.Sum(p => p.Busy[k]), posted[k] - parts.Sum(p => p.Heard[k]), parts.Sum(p => p.Lent?[k] ?? 0)))];
    }
}
