using CityGuard.Domain.Geography;

namespace CityGuard.Domain.Readiness;

/// <summary>Makes a <see cref="StandardRule"/> of a standard, once, when a city is loaded.</summary>
public static class StandardCompiler
{
    /// <summary>Compiles a standard against the city's kinds (their keys, in order).</summary>
    /// <exception cref="FormatException">The standard contradicts itself or names an unknown kind.</exception>
    public static StandardRule Compile(ResponseStandard standard, IReadOnlyList<string> kinds)
    {
        if (standard.Rings.Count is 0 or > ReadinessRule.MostRings)
            throw new FormatException($"Standard '{standard.Id}' has {standard.Rings.Count} rings; 1 to {ReadinessRule.MostRings} are possible.");
        var rings = new RingRule[standard.Rings.Count];
        var inner = 0;
        for (var i = 0; i < rings.Length; i++)
        {
            var ring = standard.Rings[i];
            if (ring.Seconds < inner || ring.Seconds <= 0 || ring.Seconds > standard.OutermostSeconds)
                throw new FormatException($"Standard '{standard.Id}': ring {i} of {ring.Seconds} s must lie between the ring inside it and the outermost {standard.OutermostSeconds} s.");
            if (ring.Count is < 1 or > 255 || ring.DistinctKinds < 0 || ring.DistinctKinds > ring.Count)
                throw new FormatException($"Standard '{standard.Id}': ring {i} asks for {ring.Count} of {ring.DistinctKinds} kinds.");
            rings[i] = new RingRule(Travel.FromSeconds(ring.Seconds), KeyMask.OfOrAll(kinds, ring.Kinds), (byte)ring.Count, (byte)ring.DistinctKinds);
            inner = ring.Seconds;
        }

        return new StandardRule(rings, Travel.FromSeconds(standard.OutermostSeconds));
    }

    /// <summary>Total order of strictness: the tighter first ring, then more responders, then more kinds. Negative: <paramref name="left"/> is stricter.</summary>
    public static int CompareStrictness(in StandardRule left, in StandardRule right)
    {
        RingRule a = left.Rings.Span[0], b = right.Rings.Span[0];
        var byTime = a.Deciseconds.CompareTo(b.Deciseconds);
        var byCount = byTime != 0 ? byTime : b.Count.CompareTo(a.Count);
        return byCount != 0 ? byCount : b.DistinctKinds.CompareTo(a.DistinctKinds);
    }
}
