using CityGuard.Abstractions.Readiness;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Readiness;
using CityGuard.Grains.Hosting;

namespace CityGuard.Grains.Readiness;

/// <summary>Adds up what the sectors of an area say; those that say nothing are counted as unknown.</summary>
internal static class SummarySums
{
    /// <summary>The sum of an area's sectors, without children.</summary>
    /// <param name="answers">By sector index; a missing one is silent.</param>
    public static ReadinessSummary Of(CityIndex index, Area area, IReadOnlyCollection<int> sectors, IReadOnlyDictionary<int, ReadinessSummary> answers, DateTimeOffset now)
    {
        var said = sectors.Where(answers.ContainsKey).Select(s => answers[s]).ToArray();
        var silent = sectors.Where(s => !answers.ContainsKey(s)).ToArray();
        var levels = said.SelectMany(s => s.Levels).Append(Unknown(index, silent)).GroupBy(l => l.Level)
            .Select(g => new LevelCount(g.Key, g.Sum(l => l.Cells), g.Sum(l => l.People), g.Sum(l => l.Targets)))
            .OrderBy(l => l.Level);
        var strength = said.SelectMany(s => s.Strength).GroupBy(s => s.Kind)
            .Select(g => new Strength(g.Key, g.Sum(s => s.Planned), g.Sum(s => s.Actual), g.Sum(s => s.Busy)))
            .OrderBy(s => index.KindIds.IndexOf(s.Kind));
        return new ReadinessSummary(
            area, [.. levels], [.. strength], said.Sum(s => s.OpenIncidents), said.Sum(s => s.LateIncidents),
            said.Length > 0 && said.All(s => s.Automatic), [.. silent.Select(s => index.City.Areas[index.City.Cells.Sectors[s].Area].Id)],
            said.Length > 0 ? said.Min(s => s.OldestData) : now, []);
    }

    private static LevelCount Unknown(CityIndex index, IEnumerable<int> silent)
    {
        var (cells, people, targets) = (0, 0.0, 0);
        foreach (var sector in silent)
        {
            var range = index.City.Cells.Sectors[sector];
            cells += range.Count;
            targets += index.Targets(sector).Length;
            for (var c = range.First; c < range.First + range.Count; c++)
                people += index.City.Cells.Residents[c];
        }

        return new LevelCount(ReadinessLevel.Unknown, cells, people, targets);
    }
}
