using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace CityGuard.Simulation.Engine;

/// <summary>
/// For each cell the posts of one role from which somebody could come, soonest first: turnout and travel in the upper 16 bits of an entry, then
/// the post, then the time of the way back, which will be wanted too and is at hand here. The first one with somebody free is the nearest. All
/// within the outermost limit, and the nearest of the others where those are few.
/// </summary>
internal sealed class NearPosts
{
    private readonly int[] _start;
    private readonly ulong[] _entries;

    private NearPosts(ulong[][] lists)
    {
        _start = new int[lists.Length + 1];
        for (var cell = 0; cell < lists.Length; cell++)
            _start[cell + 1] = _start[cell] + lists[cell].Length;
        _entries = new ulong[_start[^1]];
        for (var cell = 0; cell < lists.Length; cell++)
            lists[cell].CopyTo(_entries, _start[cell]);
    }

    public ReadOnlySpan<ulong> Of(int cell) => _entries.AsSpan(_start[cell].._start[cell + 1]);

    /// <summary>Asks for the first entries of a cell ahead of time: most of what a dispatch costs is waiting for them.</summary>
    public unsafe void Fetch(int cell)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_entries), _start[cell])));
    }

    /// <summary>Deciseconds from the alert.</summary>
    public static ushort Arrival(ulong entry) => (ushort)(entry >> 48);

    public static int Post(ulong entry) => (ushort)(entry >> 32);

    /// <summary>Deciseconds of the way back; beyond: not known here.</summary>
    public static ushort Back(ulong entry) => (ushort)entry;

    /// <summary>The lists of several roles.</summary>
    /// <param name="roles">For each role its posts, ascending.</param>
    public static NearPosts[] Make(TravelLookup travel, Post[] posts, IReadOnlyList<int[]> roles)
    {
        if (posts.Length > ushort.MaxValue)
            throw new ArgumentException($"{posts.Length} posts are more than {ushort.MaxValue}.", nameof(posts));
        travel.Prepare([.. posts.Select(p => p.Cell)]);
        var lists = new NearLists(travel, posts, roles);
        var byRole = roles.Select(_ => new ulong[travel.Cells][]).ToArray();
        Parallel.For(0, travel.Cells, lists.NewRow, (cell, _, row) =>
        {
            for (var role = 0; role < roles.Count; role++)
                byRole[role][cell] = lists.Of(cell, role, row);
            return row;
        }, _ => { });
        return [.. byRole.Select(cells => new NearPosts(cells))];
    }

    internal static uint Entry(ushort time, ushort turnout, int post)
    {
        var arrival = Arrivals.Add(time, turnout);
        return arrival == Domain.Geography.Travel.Beyond ? uint.MaxValue : ((uint)arrival << 16) | (uint)post;
    }
}

/// <summary>Works the lists out cell by cell.</summary>
internal sealed class NearLists
{
    private const int Least = 64, FewPosts = 256;

    private readonly TravelLookup _travel;
    private readonly Post[] _posts;
    private readonly IReadOnlyList<int[]> _roles;
    private readonly bool[][] _isOf;
    private readonly int[] _start;
    private readonly uint[] _within; // by cell, all posts within the limit, not sorted yet
    private readonly ushort[][] _far; // by post

    public NearLists(TravelLookup travel, Post[] posts, IReadOnlyList<int[]> roles)
    {
        (_travel, _posts, _roles) = (travel, posts, roles);
        _isOf = [.. roles.Select(role => Flags(role, posts.Length))];
        _far = [.. posts.Select(p => travel.WholeFrom(p.Cell))];
        _start = new int[travel.Cells + 1];
        for (var post = 0; post < posts.Length; post++)
            travel.ForEach(posts[post].Cell, (cell, _) => _start[cell + 1]++);
        for (var cell = 0; cell < travel.Cells; cell++)
            _start[cell + 1] += _start[cell];
        _within = new uint[_start[^1]];
        var next = _start.AsSpan(..^1).ToArray();
        for (var post = 0; post < posts.Length; post++)
        {
            var (turnout, number) = (posts[post].Turnout, post);
            travel.ForEach(posts[post].Cell, (cell, time) => _within[next[cell]++] = NearPosts.Entry(time, turnout, number));
        }
    }

    public Row NewRow() => new(_posts.Length);

    public ulong[] Of(int cell, int role, Row row)
    {
        var within = _within.AsSpan(_start[cell].._start[cell + 1]);
        if (row.Cell != cell)
        {
            within.Sort();
            (row.Cell, row.IsWhole) = (cell, false);
        }

        var wanted = Math.Min(Least, _roles[role].Length);
        var count = Filter(within, role, row.Some, int.MaxValue);
        if (count < wanted && _roles[role].Length <= FewPosts)
        {
            for (var i = 0; i < _roles[role].Length; i++)
                row.Some[i] = NearPosts.Entry(_far[_roles[role][i]][cell], _posts[_roles[role][i]].Turnout, _roles[role][i]);
            row.Some.AsSpan(0, _roles[role].Length).Sort();
            count = Known(row.Some, wanted);
        }
        else if (count < wanted)
        {
            Fill(cell, row);
            count = Filter(row.All, role, row.Some, wanted);
        }

        var list = new ulong[count];
        for (var i = 0; i < count; i++)
            list[i] = ((ulong)row.Some[i] << 32) | _travel.Between(cell, _posts[(ushort)row.Some[i]].Cell);
        return list;
    }

    /// <summary>All posts by arrival, once for a cell.</summary>
    private void Fill(int cell, Row row)
    {
        if (row.IsWhole)
            return;
        for (var post = 0; post < _posts.Length; post++)
            row.All[post] = NearPosts.Entry(_far[post][cell], _posts[post].Turnout, post);
        row.All.AsSpan().Sort();
        row.IsWhole = true;
    }

    private int Filter(ReadOnlySpan<uint> sorted, int role, uint[] into, int most)
    {
        var count = 0;
        foreach (var entry in sorted)
        {
            if (entry == uint.MaxValue || count == most)
                break;
            if (_isOf[role][(ushort)entry])
                into[count++] = entry;
        }

        return count;
    }

    private static int Known(uint[] sorted, int most)
    {
        var count = 0;
        while (count < most && sorted[count] != uint.MaxValue)
            count++;
        return count;
    }

    private static bool[] Flags(int[] posts, int count)
    {
        var flags = new bool[count];
        foreach (var post in posts)
            flags[post] = true;
        return flags;
    }

    /// <summary>Scratch of one thread.</summary>
    internal sealed class Row(int posts)
    {
        public int Cell { get; set; } = -1;

        public bool IsWhole { get; set; }

        public uint[] All { get; } = new uint[posts];

        public uint[] Some { get; } = new uint[posts];
    }
}

/// <summary>Adds times of arrival.</summary>
internal static class Arrivals
{
    /// <summary>Deciseconds; beyond stays beyond.</summary>
    public static ushort Add(ushort left, int right)
        => left == Domain.Geography.Travel.Beyond ? left : (ushort)Math.Min(left + right, Domain.Geography.Travel.Beyond - 1);
}
