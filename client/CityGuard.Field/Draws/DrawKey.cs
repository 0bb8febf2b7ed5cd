namespace CityGuard.Field.Draws;

/// <summary>
/// Names one stream of chance by (seed, what for, which one): what one crew draws never depends on what another drew before it.
/// Mixed by SplitMix64.
/// </summary>
internal readonly record struct DrawKey(ulong Value)
{
    public static DrawKey Of(ulong seed, string stream) => new DrawKey(seed).With(stream);

    public DrawKey With(string text)
    {
        var state = Value;
        foreach (var c in text)
            state = Next(ref state) ^ c;
        return new DrawKey(Next(ref state));
    }

    public DrawKey With(long number)
    {
        var state = Value ^ (ulong)number;
        return new DrawKey(Next(ref state));
    }

    public static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
