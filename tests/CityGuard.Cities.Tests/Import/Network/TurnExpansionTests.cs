using CityGuard.Cities.Import.Network;
using CityGuard.Cities.Roads;
using CsCheck;
using Shouldly;
using Xunit;

namespace CityGuard.Cities.Tests.Import.Network;

public sealed class TurnExpansionTests
{
    /// <summary>Whatever the network and the bans: the quickest way that keeps all bans, found by remembering the last stretches of each way.</summary>
    [Fact]
    public void The_quickest_way_on_the_copies_is_the_quickest_that_keeps_every_ban()
        => Gen.Int[0, int.MaxValue].Sample(seed =>
        {
            var chance = new Random(seed);
            var nodes = chance.Next(3, 9);
            var stretches = Enumerable.Range(0, chance.Next(4, 26)).Select(i => new Stretch(chance.Next(nodes), chance.Next(nodes), 1, chance.Next(1, 50), RoadClass.Local, -1, i)).ToArray();
            var bans = Enumerable.Range(0, chance.Next(0, 7)).Select(_ => Walk(chance, stretches, chance.Next(2, 5))).Where(b => b.Length > 1).ToArray();
            var expanded = TurnExpansion.Expand(nodes, stretches, bans);
            for (var source = 0; source < nodes; source++)
            {
                var times = Times(expanded, source);
                for (var node = 0; node < nodes; node++)
                    Enumerable.Range(0, expanded.Place.Count).Where(n => expanded.Place[n] == node).Min(n => times[n]).ShouldBe(Plain(nodes, stretches, bans, source)[node]);
            }
        }, iter: 300, threads: 1);

    private static int[] Walk(Random chance, Stretch[] stretches, int length)
    {
        var walk = new List<int> { chance.Next(stretches.Length) };
        while (walk.Count < length)
        {
            var next = Enumerable.Range(0, stretches.Length).Where(s => stretches[s].From == stretches[walk[^1]].To).ToArray();
            if (next.Length == 0)
                return [];
            walk.Add(next[chance.Next(next.Length)]);
        }

        return [.. walk];
    }

    private static double[] Times(ExpandedRoads roads, int source)
    {
        var times = Enumerable.Repeat(double.PositiveInfinity, roads.Place.Count).ToArray();
        times[source] = 0;
        for (var round = 0; round < roads.Place.Count; round++)
            foreach (var s in roads.Stretches)
                times[s.To] = Math.Min(times[s.To], times[s.From] + s.Milliseconds);
        return times;
    }

    private static double[] Plain(int nodes, Stretch[] stretches, int[][] bans, int source)
    {
        var best = Enumerable.Repeat(double.PositiveInfinity, nodes).ToArray();
        var seen = new Dictionary<string, double>();
        var queue = new PriorityQueue<(int Node, int[] Last), double>();
        queue.Enqueue((source, []), 0);
        while (queue.TryDequeue(out var at, out var time))
        {
            if (!seen.TryAdd($"{at.Node}:{string.Join(',', at.Last)}", time))
                continue;
            best[at.Node] = Math.Min(best[at.Node], time);
            for (var s = 0; s < stretches.Length; s++)
            {
                if (stretches[s].From != at.Node)
                    continue;
                int[] walk = [.. at.Last, s];
                if (!bans.Any(ban => ban.Length <= walk.Length && walk.AsSpan(walk.Length - ban.Length).SequenceEqual(ban)))
                    queue.Enqueue((stretches[s].To, walk.AsSpan(Math.Max(0, walk.Length - 3)).ToArray()), time + stretches[s].Milliseconds);
            }
        }

        return best;
    }
}
