using CityGuard.Domain.Readiness;

namespace CityGuard.Grains.Sectors;

/// <summary>A place that would get worse.</summary>
/// <param name="Target">A target, else a cell.</param>
/// <param name="Index">Index of the cell or target in the city.</param>
/// <param name="From">How it is.</param>
/// <param name="To">How it would be.</param>
[GenerateSerializer, Immutable, Alias("CityGuard.Grains.TurnedIndex")]
internal readonly record struct TurnedIndex([property: Id(0)] bool Target, [property: Id(1)] int Index, [property: Id(2)] ReadinessLevel From, [property: Id(3)] ReadinessLevel To);

/// <summary>
/// What a board's places lose when some responders leave: the board's own arrivals and the one rule, with them and without them. Only places
/// that one of them reaches are assessed, so this costs less than a flush after they moved; it may run in a turn.
/// </summary>
internal static class BoardPrice
{
    public static TurnedIndex[] Of(ReadinessBoard board, IReadOnlySet<int> leaving)
    {
        var (map, turned) = (board.Map, new List<TurnedIndex>());
        var targets = new (ReadinessLevel With, ReadinessLevel Without)[map.Targets.Length];
        for (var t = 0; t < targets.Length; t++)
        {
            if (!board.Hours.IsOpen(t))
                continue;
            targets[t] = Assess(map.TargetCells[t], t, map.TargetStandards[t].Rule);
            Enter(true, map.Targets[t], targets[t]);
        }

        for (var c = 0; c < map.Range.Count; c++)
            Enter(false, map.Range.First + c, board.Hours.Governing(c) is >= 0 and var governing ? targets[governing] : Assess(c, -1, board.StandardOf(c).Rule));
        return [.. turned];

        (ReadinessLevel With, ReadinessLevel Without) Assess(int cell, int target, in StandardRule rule)
        {
            var (with, without) = ReadinessLoss.Evaluate(rule, board.Arrivals(cell, target, rule.OutermostDeciseconds), leaving);
            return (with.Level, without.Level);
        }

        void Enter(bool target, int index, (ReadinessLevel With, ReadinessLevel Without) level)
        {
            if (ReadinessLoss.IsWorse(level.With, level.Without))
                turned.Add(new TurnedIndex(target, index, level.With, level.Without));
        }
    }
}
