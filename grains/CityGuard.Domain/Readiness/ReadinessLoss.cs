using System.Buffers;

namespace CityGuard.Domain.Readiness;

/// <summary>What a place loses when some responders leave: the same rule, with them and without them.</summary>
public static class ReadinessLoss
{
    /// <summary>Assesses a place with everyone and without those who leave. Pure; the arrivals are not changed.</summary>
    /// <param name="standard">The standard in force at the place.</param>
    /// <param name="arrivals">Everyone free, ready and fresh, each once, in any order.</param>
    /// <param name="leaving">Indexes of those who leave; who is not among the arrivals costs nothing here.</param>
    public static (Assessment With, Assessment Without) Evaluate(in StandardRule standard, ReadOnlySpan<Arrival> arrivals, IReadOnlySet<int> leaving)
    {
        var rest = ArrayPool<Arrival>.Shared.Rent(arrivals.Length);
        try
        {
            var stays = 0;
            foreach (ref readonly var arrival in arrivals)
                if (!leaving.Contains(arrival.Responder))
                    rest[stays++] = arrival;
            var with = ReadinessRule.Evaluate(standard, arrivals);
            return stays == arrivals.Length ? (with, with) : (with, ReadinessRule.Evaluate(standard, rest.AsSpan(0, stays)));
        }
        finally
        {
            ArrayPool<Arrival>.Shared.Return(rest);
        }
    }

    /// <summary>True when a place has got worse. Of what is unknown or closed nothing is said.</summary>
    public static bool IsWorse(ReadinessLevel before, ReadinessLevel after)
        => before is >= ReadinessLevel.Met and <= ReadinessLevel.Dark && after is >= ReadinessLevel.Met and <= ReadinessLevel.Dark && after > before;
}
