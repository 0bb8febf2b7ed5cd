using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CityGuard.Simulation.Engine;

/// <summary>
/// What is due next: a flat 4-ary heap of 64-bit keys (LaMarca and Ladner 1996). A key holds milliseconds in its upper 44 bits and a member
/// in its lower 20, so that two events of one millisecond have one order, and comparing is one instruction.
/// </summary>
internal struct EventHeap(int capacity)
{
    /// <summary>More members than this do not fit a key.</summary>
    public const int MostMembers = 1 << MemberBits;

    private const int MemberBits = 20;

    private const int Arms = 4;
    private const ulong None = ulong.MaxValue;

    private ulong[] _keys = Empty(Math.Max(16, capacity) + Arms + 1);
    private int _count = 0;

    public readonly int Count => _count;

    /// <summary>The least key; <see cref="ulong.MaxValue"/> when there is none.</summary>
    public readonly ulong Least => _keys[0];

    public static ulong Key(long milliseconds, int member) => ((ulong)milliseconds << MemberBits) | (uint)member;

    public static long Time(ulong key) => (long)(key >> MemberBits);

    public static int Member(ulong key) => (int)(key & (MostMembers - 1));

    public void Clear()
    {
        _keys.AsSpan(0, _count).Fill(None);
        _count = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(ulong key)
    {
        if (_count + Arms >= _keys.Length)
            Grow();
        ref var keys = ref MemoryMarshal.GetArrayDataReference(_keys);
        var at = _count++;
        while (at > 0)
        {
            var parent = (at - 1) >> 2;
            var above = Unsafe.Add(ref keys, parent);
            if (above <= key)
                break;
            Unsafe.Add(ref keys, at) = above;
            at = parent;
        }

        Unsafe.Add(ref keys, at) = key;
    }

    public void Pop()
    {
        var last = _keys[--_count];
        _keys[_count] = None;
        if (_count > 0)
            Sink(last);
    }

    /// <summary>Takes the least key out and puts another in: one walk down instead of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Replace(ulong key) => Sink(key);

    /// <summary>
    /// Places after the last hold <see cref="None"/>: four children are compared at once without asking how many there are, and without a branch,
    /// for which of them is the least nobody can foretell.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Sink(ulong key)
    {
        ref var keys = ref MemoryMarshal.GetArrayDataReference(_keys);
        var at = 0;
        for (var first = 1; first < _count; first = (at << 2) + 1)
        {
            var children = Vector256.LoadUnsafe(ref keys, (nuint)first);
            var pairs = Vector256.Min(children, Vector256.Shuffle(children, Vector256.Create(2UL, 3, 0, 1)));
            var least = Vector256.Min(pairs, Vector256.Shuffle(pairs, Vector256.Create(1UL, 0, 3, 2)));
            if (least.ToScalar() >= key)
                break;
            Unsafe.Add(ref keys, at) = least.ToScalar();
            at = first + BitOperations.TrailingZeroCount(Vector256.Equals(children, least).ExtractMostSignificantBits());
        }

        Unsafe.Add(ref keys, at) = key;
    }

    private void Grow()
    {
        var size = _keys.Length;
        Array.Resize(ref _keys, size * 2);
        _keys.AsSpan(size).Fill(None);
    }

    private static ulong[] Empty(int size)
    {
        var keys = new ulong[size];
        Array.Fill(keys, None);
        return keys;
    }
}
