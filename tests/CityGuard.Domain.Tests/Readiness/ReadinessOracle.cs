using CityGuard.Domain.Geography;
using CityGuard.Domain.Readiness;

namespace CityGuard.Domain.Tests.Readiness;

/// <summary>The sentence of the domain page read word by word, slowly: the oracle of <see cref="ReadinessRule"/>.</summary>
internal static class ReadinessOracle
{
    public static Assessment Evaluate(StandardRule standard, IEnumerable<Arrival> arrivals)
    {
        var rings = standard.Rings.ToArray();
        var near = arrivals
            .Where(a => a.Deciseconds <= standard.OutermostDeciseconds && rings.Any(r => Wants(r, a)))
            .OrderBy(a => a.Deciseconds).ThenBy(a => a.Responder).ToArray();
        if (near.Length == 0)
            return new Assessment(ReadinessLevel.Dark, -1, Travel.Beyond, -1, rings[0].Kinds, 0);
        var broken = Array.FindIndex(rings, r => !Met(r, near));
        if (broken >= 0)
        {
            var there = near.Where(a => InTime(rings[broken], a)).ToArray();
            var missing = there.Aggregate(rings[broken].Kinds, (mask, a) => mask & ~(1UL << a.Kind));
            var onlyTheCountIsShort = there.Select(a => a.Kind).Distinct().Count() >= rings[broken].DistinctKinds;
            missing = onlyTheCountIsShort || missing == 0 ? rings[broken].Kinds : missing;
            return new Assessment(
                there.Length > 0 ? ReadinessLevel.Incomplete : ReadinessLevel.Late, near[0].Responder, near[0].Deciseconds, -1, missing, broken);
        }

        foreach (var one in near)
            if (rings.Any(r => !Met(r, near.Where(a => a.Responder != one.Responder))))
                return new Assessment(ReadinessLevel.Thin, near[0].Responder, near[0].Deciseconds, one.Responder, 0, -1);
        return new Assessment(ReadinessLevel.Met, near[0].Responder, near[0].Deciseconds, -1, 0, -1);
    }

    private static bool Wants(RingRule ring, Arrival arrival) => (ring.Kinds >> arrival.Kind & 1) == 1;

    private static bool InTime(RingRule ring, Arrival arrival) => Wants(ring, arrival) && arrival.Deciseconds <= ring.Deciseconds;

    private static bool Met(RingRule ring, IEnumerable<Arrival> arrivals)
    {
        var there = arrivals.Where(a => InTime(ring, a)).ToArray();
        return there.Length >= ring.Count && there.Select(a => a.Kind).Distinct().Count() >= ring.DistinctKinds;
    }
}
