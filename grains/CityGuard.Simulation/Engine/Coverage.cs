using System.Collections.Concurrent;

namespace CityGuard.Simulation.Engine;

/// <summary>
/// Expected coverage by those who are free (MEXCLP, Daskin 1983): a cell that k of them reach in time counts its weight times 1 - q^k, with q
/// the share of time that a responder is busy. Kept as counts, so that one more or one fewer costs only the cells within its reach.
/// </summary>
internal sealed class Coverage(World world)
{
    private const int MostCounted = 64;

    private readonly int[] _free = new int[world.X.Length];
    private readonly double[] _next = [.. Enumerable.Range(0, MostCounted + 1).Select(k => (1 - world.Policy.BusyFraction) * Math.Pow(world.Policy.BusyFraction, k))];

    public void Clear() => Array.Clear(_free);

    public void Enter(int cell, ushort turnout) => Change(cell, turnout, 1);

    public void Leave(int cell, ushort turnout) => Change(cell, turnout, -1);

    /// <summary>What coverage loses when one who stands here leaves; shares of all calls.</summary>
    public double Loss(int cell, ushort turnout)
    {
        var sum = 0.0;
        foreach (var reached in world.Reach(cell, turnout))
            sum += world.Weight[reached] * _next[Math.Clamp(_free[reached] - 1, 0, MostCounted)];
        return sum;
    }

    /// <summary>What coverage gains when one more stands here.</summary>
    public double Gain(int cell, ushort turnout)
    {
        var sum = 0.0;
        foreach (var reached in world.Reach(cell, turnout))
            sum += world.Weight[reached] * _next[Math.Min(_free[reached], MostCounted)];
        return sum;
    }

    private void Change(int cell, ushort turnout, int by)
    {
        foreach (var reached in world.Reach(cell, turnout))
            _free[reached] += by;
    }
}

/// <summary>Which cells are reached in time from where, worked out once for all threads.</summary>
internal sealed class ReachSets(TravelLookup travel, ushort within)
{
    private readonly ConcurrentDictionary<(int Cell, ushort Turnout), int[]> _sets = new();

    public int[] From(int cell, ushort turnout) => _sets.GetOrAdd((cell, turnout), key =>
    {
        var reached = new List<int>();
        travel.ForEach(key.Cell, (to, time) =>
        {
            if (time + key.Turnout <= within)
                reached.Add(to);
        });
        return [.. reached];
    });
}
