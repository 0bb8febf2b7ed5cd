using System.Numerics;

namespace CityGuard.Cities.Generate;

/// <summary>xoshiro256** (Blackman and Vigna, public domain): the same numbers on every machine, runtime and thread.</summary>
internal sealed class Chance
{
    private ulong _a, _b, _c, _d;

    internal Chance(ulong seed)
    {
        _a = SplitMix(ref seed);
        _b = SplitMix(ref seed);
        _c = SplitMix(ref seed);
        _d = SplitMix(ref seed);
    }

    /// <summary>A stream of its own for one purpose and one item, so that no work order can change it.</summary>
    public static Chance Of(ulong seed, string purpose, int item = 0)
    {
        var hash = 14_695_981_039_346_656_037UL; // FNV-1a
        foreach (var letter in purpose)
            hash = (hash ^ letter) * 1_099_511_628_211UL;
        return new Chance(seed ^ hash ^ ((ulong)(uint)item * 0x9E37_79B9_7F4A_7C15UL));
    }

    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [from, to).</summary>
    public double Between(double from, double to) => from + ((to - from) * Unit());

    /// <summary>Uniform integer in [0, bound).</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    private static ulong SplitMix(ref ulong state)
    {
        var z = state += 0x9E37_79B9_7F4A_7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EBUL;
        return z ^ (z >> 31);
    }
}
