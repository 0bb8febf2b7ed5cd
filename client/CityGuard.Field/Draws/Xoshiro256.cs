using System.Numerics;

namespace CityGuard.Field.Draws;

/// <summary>xoshiro256** (Blackman and Vigna): small, fast, and the same on every machine, which <see cref="Random"/> does not promise.</summary>
internal struct Xoshiro256
{
    private ulong _s0, _s1, _s2, _s3;

    public Xoshiro256(DrawKey key)
    {
        var seed = key.Value;
        _s0 = DrawKey.Next(ref seed);
        _s1 = DrawKey.Next(ref seed);
        _s2 = DrawKey.Next(ref seed);
        _s3 = DrawKey.Next(ref seed);
    }

    public ulong Bits()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double Uniform() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [from, until).</summary>
    public double Uniform(double from, double until) => from + ((until - from) * Uniform());

    /// <summary>Uniform in [0, count).</summary>
    public int Below(int count) => (int)(Uniform() * count);

    /// <summary>Exponential with this mean.</summary>
    public double Exponential(double mean) => -mean * Math.Log(1 - Uniform());
}
