using CityGuard.Domain.Readiness;
using CsCheck;

namespace CityGuard.Domain.Tests.Readiness;

/// <summary>Small random standards and arrivals, dense enough that ties and exact counts are common.</summary>
internal static class ReadinessCases
{
    private const ulong AllKinds = 0b1111;

    private static readonly Gen<RingRule> Ring =
        Gen.Select(Gen.UShort[1, 60], Gen.ULong[1, AllKinds], Gen.Byte[1, 4], Gen.Byte[0, 3],
            (time, kinds, count, distinct) => new RingRule(time, kinds, count, Math.Min(count, distinct)));

    public static readonly Gen<StandardRule> Standard =
        Gen.Select(Ring.Array[1, 3], Gen.UShort[60, 80],
            (rings, outermost) => new StandardRule(rings.OrderBy(r => r.Deciseconds).ToArray(), outermost));

    public static readonly Gen<Arrival[]> Arrivals =
        Gen.Select(Gen.Byte[0, 3], Gen.UShort[0, 100]).Array[0, 12]
            .Select(list => list.Select((a, i) => new Arrival(i, a.Item1, a.Item2)).ToArray());

    public static readonly Gen<(StandardRule Standard, Arrival[] Arrivals)> Both = Gen.Select(Standard, Arrivals);
}
