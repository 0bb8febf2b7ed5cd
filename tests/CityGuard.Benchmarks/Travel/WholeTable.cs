using System.Diagnostics;
using CityGuard.Benchmarks.Reporting;
using CityGuard.Cities;
using CityGuard.Cities.Roads;
using CityGuard.Cities.Roads.Hierarchy;

namespace CityGuard.Benchmarks.Travel;

/// <summary>The hierarchy and the whole table of the Guangzhou-sized city, on all cores: the median of three.</summary>
internal static class WholeTable
{
    private const int LimitSeconds = 900, Rounds = 3;

    public static void Run(Report report, CityParts parts)
    {
        var (hierarchies, tables, sums) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            var hierarchy = ContractionHierarchy.Build(parts.Roads);
            hierarchies.Add(clock.Elapsed.TotalSeconds);
            clock.Restart();
            var table = TravelTableBuilder.Build(parts.Roads, parts.Cells, LimitSeconds, hierarchy: hierarchy);
            tables.Add(clock.Elapsed.TotalSeconds);
            sums.Add(hierarchies[^1] + tables[^1]);
            GC.KeepAlive(table);
        }

        report.Add("hierarchy_s", hierarchies.Order().ElementAt(Rounds / 2), "s");
        report.Add("all_pairs_s", tables.Order().ElementAt(Rounds / 2), "s");
        report.AtMost("table_s", sums.Order().ElementAt(Rounds / 2), "s", 4);
        var kept = ContractionHierarchy.Build(parts.Roads);
        // Counted, not weighed: two numbers an arc, four a node; two bytes a time.
        report.Add("hierarchy_mib", ((8L * kept.ArcCount) + (16L * kept.NodeCount)) / 1048576.0, "MiB");
        var made = TravelTableBuilder.Build(parts.Roads, parts.Cells, LimitSeconds, hierarchy: kept);
        report.Add("table_mib", Enumerable.Range(0, parts.Cells.Count).Sum(cell => made.Sectors(cell).ToArray().Sum(sector => 2L * made.Slice(cell, sector).Length)) / 1048576.0, "MiB");
    }
}
