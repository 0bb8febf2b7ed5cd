using CityGuard.Domain.Geography;
using CityGuard.Domain.Readiness;

namespace CityGuard.Grains.Sectors;

/// <summary>Evaluates a board again from nothing but its beacons, and names every place where the board says otherwise. For tests and the crossing benchmark.</summary>
internal static class BoardCheck
{
    public static IReadOnlyList<string> Differences(ReadinessBoard board, DateTimeOffset now)
    {
        board.Flush(now);
        var map = board.Map;
        var differences = new List<string>();
        var targets = Enumerable.Range(0, map.Targets.Length)
            .Select(t => board.Hours.IsOpen(t)
                ? ReadinessRule.Evaluate(map.TargetStandards[t].Rule, Arrivals(board, map.TargetCells[t], map.Targets[t], now))
                : PlaceState.Nothing with { Level = ReadinessLevel.Closed }).ToArray();
        for (var t = 0; t < targets.Length; t++)
            Compare($"target {map.Index.City.Targets[map.Targets[t]].Id}", board.Target(t), targets[t]);
        for (var c = 0; c < map.Range.Count; c++)
        {
            var governing = board.Hours.Governing(c);
            Compare(
                $"cell {map.Index.City.Cells.Id(map.Range.First + c)}", board.Cell(c),
                governing >= 0 ? targets[governing] : ReadinessRule.Evaluate(map.CellStandards[c].Rule, Arrivals(board, c, -1, now)));
        }

        return differences;

        void Compare(string place, PlaceState said, Assessment expected)
        {
            if (said.Assessment != expected)
                differences.Add($"{place}: {said.Assessment} instead of {expected}");
            else if (said.Told != board.Certainty.Shown(expected.Level))
                differences.Add($"{place}: told {said.Told}, is {expected.Level}");
        }
    }

    private static Arrival[] Arrivals(ReadinessBoard board, int cell, int target, DateTimeOffset now)
    {
        var (map, columns, city) = (board.Map, board.Map.Index.Responders, board.Map.Index.City);
        return [.. board.Known
            .Where(k => !columns.PremisesOnly[k.Responder] || (target >= 0 && columns.Premises[k.Responder] == target))
            .Select(k => new Arrival(k.Responder, columns.Kind[k.Responder], Time(k)))
            .Where(a => a.Deciseconds != Travel.Beyond)];

        ushort Time(KnownResponder known)
        {
            var delay = known.Beacon.IsLentAway(map, now) ? Travel.Beyond : known.Beacon.Delay(columns.Turnout[known.Responder], now);
            var travel = columns.PremisesOnly[known.Responder] ? (ushort)0 : map.Index.Travel.Now.Table.Time(known.Beacon.Cell, map.Range.First + cell, city.Cells);
            return BeaconOrder.Add(travel, delay);
        }
    }
}
