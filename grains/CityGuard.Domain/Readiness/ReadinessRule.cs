using System.Numerics;

namespace CityGuard.Domain.Readiness;

/// <summary>
/// The one rule that says how ready a place is. Live boards, the simulator and the optimiser call this same function.
/// Pure and allocation-free; the order of the arrivals does not matter.
/// </summary>
public static class ReadinessRule
{
    /// <summary>More rings than this do not fit a standard.</summary>
    public const int MostRings = 8;

    /// <summary>Assesses a place from everyone that could come. Arrivals after the outermost limit are as if not there.</summary>
    /// <param name="standard">The standard in force at the place.</param>
    /// <param name="arrivals">Everyone free, ready and fresh, each responder once, in any order.</param>
    public static Assessment Evaluate(in StandardRule standard, ReadOnlySpan<Arrival> arrivals)
    {
        var rings = standard.Rings.Span;
        Span<RingTally> tallies = stackalloc RingTally[MostRings];
        tallies = tallies[..rings.Length];
        tallies.Clear();
        var wanted = 0UL;
        foreach (ref readonly var ring in rings)
            wanted |= ring.Kinds;

        var first = new Arrival(-1, 0, Geography.Travel.Beyond);
        foreach (ref readonly var arrival in arrivals)
        {
            if (arrival.Deciseconds > standard.OutermostDeciseconds || (wanted & Bit(arrival)) == 0)
                continue;
            if (first.Responder < 0 || Before(arrival, first))
                first = arrival;
            for (var i = 0; i < rings.Length; i++)
                if (InTime(rings[i], arrival))
                    tallies[i].Add(Bit(arrival));
        }

        if (first.Responder < 0)
            return new Assessment(ReadinessLevel.Dark, -1, Geography.Travel.Beyond, -1, rings.Length > 0 ? rings[0].Kinds : 0, rings.Length > 0 ? 0 : -1);
        for (var i = 0; i < rings.Length; i++)
            if (!tallies[i].Meets(rings[i]))
                return new Assessment(
                    tallies[i].Count > 0 ? ReadinessLevel.Incomplete : ReadinessLevel.Late,
                    first.Responder, first.Deciseconds, -1, tallies[i].Missing(rings[i]), i);
        var sole = Sole(rings, tallies, arrivals);
        return new Assessment(sole < 0 ? ReadinessLevel.Met : ReadinessLevel.Thin, first.Responder, first.Deciseconds, sole, 0, -1);
    }

    /// <summary>The soonest responder without whom a ring breaks, -1 when any one may leave.</summary>
    private static int Sole(ReadOnlySpan<RingRule> rings, ReadOnlySpan<RingTally> tallies, ReadOnlySpan<Arrival> arrivals)
    {
        var sole = new Arrival(-1, 0, Geography.Travel.Beyond);
        for (var i = 0; i < rings.Length; i++)
        {
            // A ring can break only at its exact count or its exact variety: most rings are skipped here.
            var anyone = tallies[i].Count == rings[i].Count && rings[i].Count > 0;
            var kinds = BitOperations.PopCount(tallies[i].Seen) == rings[i].DistinctKinds ? tallies[i].Seen & ~tallies[i].Twice : 0;
            if (!anyone && kinds == 0)
                continue;
            foreach (ref readonly var arrival in arrivals)
                if (InTime(rings[i], arrival) && (anyone || (kinds & Bit(arrival)) != 0) && (sole.Responder < 0 || Before(arrival, sole)))
                    sole = arrival;
        }

        return sole.Responder;
    }

    private static ulong Bit(in Arrival arrival) => 1UL << arrival.Kind;

    private static bool InTime(in RingRule ring, in Arrival arrival)
        => arrival.Deciseconds <= ring.Deciseconds && (ring.Kinds & Bit(arrival)) != 0;

    private static bool Before(in Arrival left, in Arrival right)
        => left.Deciseconds < right.Deciseconds || (left.Deciseconds == right.Deciseconds && left.Responder < right.Responder);

    /// <summary>Who is in time for one ring: how many, which kinds, and which kinds more than once.</summary>
    private struct RingTally
    {
        public int Count;
        public ulong Seen;
        public ulong Twice;

        public void Add(ulong kind)
        {
            Count++;
            Twice |= Seen & kind;
            Seen |= kind;
        }

        public readonly bool Meets(in RingRule ring)
            => Count >= ring.Count && IsVaried(ring);

        /// <summary>The kinds that would help: those not there yet, or every kind of the ring when only the count is short.</summary>
        public readonly ulong Missing(in RingRule ring)
            => IsVaried(ring) || (ring.Kinds & ~Seen) == 0 ? ring.Kinds : ring.Kinds & ~Seen;

        private readonly bool IsVaried(in RingRule ring) => BitOperations.PopCount(Seen) >= ring.DistinctKinds;
    }
}
