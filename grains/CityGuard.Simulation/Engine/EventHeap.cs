using System.Runtime.CompilerServices;

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

    private ulong[] _keys = new ulong[Math.Max(16, capacity)];
    private int _count = 0;

    public readonly int Count => _count;

    /// <summary>The least key; <see cref="ulong.MaxValue"/> when there is none.</summary>
    public readonly ulong Least => _count > 0 ? _keys[0] : ulong.MaxValue;

    public static ulong Key(long milliseconds, int member) => ((ulong)milliseconds << MemberBits) | (uint)member;

    public static long Time(ulong key) => (long)(key >> MemberBits);

    public static int Member(ulong key) => (int)(key & (MostMembers - 1));

    public void Clear() => _count = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Push(ulong key)
    {
        if (_count == _keys.Length)
            Array.Resize(ref _keys, _count * 2);
        var keys = _keys;
        var at = _count++;
        while (at > 0)
        {
            var parent = (at - 1) >> 2;
            if (keys[parent] <= key)
                break;
            keys[at] = keys[parent];
            at = parent;
        }

        keys[at] = key;
    }

    public void Pop()
    {
        var last = _keys[--_count];
        if (_count > 0)
            Sink(last);
    }

    /// <summary>Takes the least key out and puts another in: one walk down instead of two.</summary>
    public void Replace(ulong key) => Sink(key);

    private readonly void Sink(ulong key)
    {
        var keys = _keys;
        var (at, count) = (0, _count);
        while (true)
        {
            var first = (at << 2) + 1;
            if (first >= count)
                break;
            var (least, end) = (first, Math.Min(first + 4, count));
            for (var child = first + 1; child < end; child++)
                if (keys[child] < keys[least])
                    least = child;
            if (keys[least] >= key)
                break;
            keys[at] = keys[least];
            at = least;
        }

        keys[at] = key;
    }
}
