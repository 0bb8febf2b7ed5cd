using System.Numerics;
using System.Runtime.CompilerServices;

namespace CityGuard.Simulation.Chance;

/// <summary>xoshiro256** (Blackman and Vigna 2018): for long sequences drawn in order. The same on every machine, which <see cref="Random"/> does not promise.</summary>
internal struct Xoshiro256(StreamKey key)
{
    private ulong _s0 = key.Bits(0), _s1 = key.Bits(1), _s2 = key.Bits(2), _s3 = key.Bits(3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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

    public double Uniform() => StreamKey.Unit(Bits());
}
