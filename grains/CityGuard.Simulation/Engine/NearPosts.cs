namespace CityGuard.Simulation.Engine;

/// <summary>
/// For each cell the posts of one role from which somebody could come, soonest first: turnout and travel in the upper 16 bits, the post in the
/// lower. The first one with somebody free is the nearest. All within the outermost limit, and the nearest of the others where those are few.
/// </summary>
internal sealed class NearPosts
{
    private const int Least = 64;

    private readonly int[] _start;
    private readonly uint[] _entries;

    /// <param name="wanted">Posts whose units fit the role.</param>
    public NearPosts(TravelLookup travel, Post[] posts, IReadOnlyList<int> wanted)
    {
        if (posts.Length > ushort.MaxValue)
            throw new ArgumentException($"{posts.Length} posts are more than {ushort.MaxValue}.", nameof(posts));
        var lists = new List<uint>[travel.Cells];
        foreach (var post in wanted)
        {
            var (turnout, number) = (posts[post].Turnout, (uint)post);
            travel.ForEach(posts[post].Cell, (cell, time) => Enter(lists[cell] ??= [], time, turnout, number));
        }

        travel.Prepare([.. wanted.Select(post => posts[post].Cell)]);
        var far = wanted.Select(post => (Times: travel.WholeFrom(posts[post].Cell), posts[post].Turnout, Number: (uint)post)).ToArray();
        Parallel.For(0, lists.Length, cell =>
        {
            var list = lists[cell] ??= [];
            if (list.Count < Math.Min(Least, far.Length))
            {
                list.Clear();
                foreach (var (times, turnout, number) in far)
                    Enter(list, times[cell], turnout, number);
                list.Sort();
                list.RemoveRange(Math.Min(Least, list.Count), Math.Max(0, list.Count - Least));
            }
            else
            {
                list.Sort();
            }
        });
        _start = new int[lists.Length + 1];
        for (var cell = 0; cell < lists.Length; cell++)
            _start[cell + 1] = _start[cell] + lists[cell].Count;
        _entries = new uint[_start[^1]];
        for (var cell = 0; cell < lists.Length; cell++)
            lists[cell].CopyTo(_entries, _start[cell]);
    }

    public ReadOnlySpan<uint> Of(int cell) => _entries.AsSpan(_start[cell].._start[cell + 1]);

    private static void Enter(List<uint> list, ushort time, ushort turnout, uint post)
    {
        var arrival = Arrivals.Add(time, turnout);
        if (arrival != Domain.Geography.Travel.Beyond)
            list.Add(((uint)arrival << 16) | post);
    }

    public static ushort Arrival(uint entry) => (ushort)(entry >> 16);

    public static int Post(uint entry) => (int)(entry & 0xFFFF);
}

/// <summary>Adds times of arrival.</summary>
internal static class Arrivals
{
    /// <summary>Deciseconds; beyond stays beyond.</summary>
    public static ushort Add(ushort left, int right)
        => left == Domain.Geography.Travel.Beyond ? left : (ushort)Math.Min(left + right, Domain.Geography.Travel.Beyond - 1);
}
