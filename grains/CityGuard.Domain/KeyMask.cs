namespace CityGuard.Domain;

/// <summary>Turns keys of the city's data (kinds, capabilities) into bits by their place in the city's list.</summary>
public static class KeyMask
{
    /// <summary>A list longer than this does not fit a mask.</summary>
    public const int MostKeys = 64;

    /// <summary>The mask of <paramref name="wanted"/> over <paramref name="known"/>.</summary>
    /// <exception cref="FormatException">A key is not known, or there are more than 64.</exception>
    public static ulong Of(IReadOnlyList<string> known, IReadOnlyList<string> wanted)
    {
        var mask = 0UL;
        foreach (var key in wanted)
            mask |= 1UL << IndexOf(known, key);
        return mask;
    }

    /// <summary>The mask of <paramref name="wanted"/>, or of every known key when nothing is named.</summary>
    /// <exception cref="FormatException">A key is not known, or there are more than 64.</exception>
    public static ulong OfOrAll(IReadOnlyList<string> known, IReadOnlyList<string> wanted)
        => wanted.Count > 0 ? Of(known, wanted) : known.Count >= MostKeys ? ulong.MaxValue : (1UL << known.Count) - 1;

    /// <summary>The keys whose bit is set, in the city's order.</summary>
    public static IReadOnlyList<string> Keys(IReadOnlyList<string> known, ulong mask)
    {
        var keys = new List<string>();
        for (var i = 0; i < known.Count; i++)
            if ((mask & (1UL << i)) != 0)
                keys.Add(known[i]);
        return keys;
    }

    private static int IndexOf(IReadOnlyList<string> known, string key)
    {
        for (var i = 0; i < Math.Min(known.Count, MostKeys); i++)
            if (string.Equals(known[i], key, StringComparison.Ordinal))
                return i;
        throw new FormatException($"'{key}' is not among the first {MostKeys} known keys: {string.Join(", ", known)}.");
    }
}
