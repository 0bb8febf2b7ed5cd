using System.Runtime.InteropServices;
using CityGuard.Cities.Roads;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Import.Network;

/// <summary>
/// Makes a network of the roads of a file: junctions, and between them a node wherever the road bends by more than five metres or a
/// stretch would be longer than 150 m, so that a responder on a long road is where it is and a route looks like the road.
/// </summary>
internal sealed class RoadMaker
{
    private readonly RoadSource _source;
    private readonly WayRules _rules;
    private readonly List<GeoPoint> _places = [];
    private readonly Dictionary<long, int> _vertices = [];
    private readonly List<Stretch> _stretches = [];
    private readonly Dictionary<string, int> _streets = [];
    private int _used, _leftOut, _cut, _limitsAssumed;

    private RoadMaker(RoadSource source, WayRules rules) => (_source, _rules) = (source, rules);

    /// <summary>Makes the network of one profile.</summary>
    /// <param name="leastShare">The largest part in which one can drive from everywhere to everywhere must hold so much of the length, 0 to 1.</param>
    /// <exception cref="CityInputException">There are no roads for the profile, or the network falls to pieces.</exception>
    public static MadeRoads Make(RoadSource source, TravelProfile profile, string country, double leastShare)
        => new RoadMaker(source, new WayRules(TravelProfiles.Standard, profile, country)).Make(leastShare);

    private MadeRoads Make(double leastShare)
    {
        var ways = Usable();
        var turns = _source.Turns.Where(_rules.Obeys).ToArray();
        var junctions = Junctions(ways, turns);
        foreach (var (way, runs, use) in ways)
            foreach (var run in runs)
                Cut(way, run, use, junctions);
        if (_stretches.Count == 0)
            throw new CityInputException(_source.File, "no road in it is open to this kind of traveller");

        var bans = new TurnBans(_stretches, _vertices);
        foreach (var turn in turns)
            bans.Add(turn);
        var expanded = TurnExpansion.Expand(_places.Count, _stretches, bans.Forbidden);
        var (kept, parts) = StrongParts.Largest(expanded.Place.Count, expanded.Stretches);
        double all = expanded.Stretches.Sum(s => s.Metres), left = expanded.Stretches.Where(s => kept[s.From] && kept[s.To]).Sum(s => s.Metres);
        if (left < leastShare * all)
            throw new CityInputException(_source.File, FormattableString.Invariant(
                $"the roads fall into {parts} parts between which one cannot drive there and back; the largest holds {left / all:P0} of their length, and {leastShare:P0} is the least that is taken for a city (roads.leastShare)"));
        return Number(expanded, kept, bans, parts - 1, (all - left) / 1000, turns.Length);
    }

    private List<(RoadWay Way, List<long[]> Runs, WayUse Use)> Usable()
    {
        var usable = new List<(RoadWay, List<long[]>, WayUse)>();
        foreach (var way in _source.Ways)
        {
            if (_rules.Use(way.Tags) is not { } use)
            {
                _leftOut++;
                continue;
            }

            var runs = Runs(way.Nodes);
            if (runs.Count == 0)
                continue;
            _used++;
            _limitsAssumed += use.LimitKnown ? 0 : 1;
            usable.Add((way, runs, use));
        }

        return usable;
    }

    /// <summary>The stretches of a way whose nodes the file holds.</summary>
    private List<long[]> Runs(long[] nodes)
    {
        var runs = new List<long[]>();
        var run = new List<long>();
        foreach (var node in nodes)
        {
            if (!_source.Places.ContainsKey(node))
                End();
            else if (run.Count == 0 || run[^1] != node)
                run.Add(node);
        }

        End();
        if (runs.Sum(r => r.Length) < nodes.Distinct().Count())
            _cut++;
        return runs;

        void End()
        {
            if (run.Count > 1)
                runs.Add([.. run]);
            run.Clear();
        }
    }

    private HashSet<long> Junctions(List<(RoadWay Way, List<long[]> Runs, WayUse Use)> ways, TurnRule[] turns)
    {
        var seen = new HashSet<long>();
        var junctions = turns.Select(t => t.ViaNode).ToHashSet();
        foreach (var run in ways.SelectMany(w => w.Runs))
        {
            junctions.Add(run[0]);
            junctions.Add(run[^1]);
            foreach (var node in run)
                if (!seen.Add(node))
                    junctions.Add(node);
        }

        junctions.UnionWith(_source.NodeTags.Keys);
        return junctions;
    }

    private void Cut(RoadWay way, long[] run, WayUse use, HashSet<long> junctions)
    {
        var street = Street(way.Tags);
        var start = 0;
        for (var at = 1; at < run.Length; at++)
        {
            if (!junctions.Contains(run[at]) && at < run.Length - 1)
                continue;
            var line = new RoadLine([.. run[start..(at + 1)].Select(n => _source.Places[n])]);
            var last = Vertex(run[start]);
            foreach (var (place, metres, isEnd) in line.Pieces())
            {
                var next = isEnd ? Vertex(run[at]) : New(place);
                Add(last, next, metres, use.ForwardKmh, isEnd ? run[at] : 0);
                Add(next, last, metres, use.BackKmh, last == FoundVertex(run[start]) ? run[start] : 0);
                last = next;
            }

            start = at;
        }

        void Add(int from, int to, double metres, double kmh, long head)
        {
            if (kmh <= 0 || from == to)
                return;
            var seconds = (metres * 3.6 / kmh) + (_source.NodeTags.TryGetValue(head, out var tags) ? _rules.Seconds(tags) : 0);
            _stretches.Add(new Stretch(from, to, metres, seconds * 1000, use.Class, street, way.Id));
        }
    }

    private int FoundVertex(long node) => _vertices.GetValueOrDefault(node, -1);

    /// <summary>The vertex of a junction; before what blocks the way each road ends on its own.</summary>
    private int Vertex(long node)
    {
        if (_source.NodeTags.TryGetValue(node, out var tags) && _rules.Blocks(tags))
            return New(_source.Places[node]);
        if (!_vertices.TryGetValue(node, out var vertex))
            _vertices[node] = vertex = New(_source.Places[node]);
        return vertex;
    }

    private int New(GeoPoint place)
    {
        _places.Add(place);
        return _places.Count - 1;
    }

    private int Street(IReadOnlyDictionary<string, string> tags)
    {
        var name = (tags.GetValueOrDefault("bridge:name") ?? tags.GetValueOrDefault("name") ?? tags.GetValueOrDefault("ref"))?.Trim();
        if (string.IsNullOrEmpty(name))
            return -1;
        if (!_streets.TryGetValue(name, out var street))
            _streets[name] = street = _streets.Count;
        return street;
    }

    /// <summary>Numbers what is kept along a curve: near nodes get near numbers, which searches like.</summary>
    private MadeRoads Number(ExpandedRoads roads, bool[] kept, TurnBans bans, int partsLost, double kilometresLost, int obeyed)
    {
        var places = roads.Place.Select(p => _places[p]).ToArray();
        var keys = SpatialOrder.Keys(places);
        var order = Enumerable.Range(0, places.Length).Where(v => kept[v]).OrderBy(v => keys[v]).ThenBy(v => v).ToArray();
        var number = new int[places.Length];
        for (var i = 0; i < order.Length; i++)
            number[order[i]] = i;
        var stretches = roads.Stretches.Where(s => kept[s.From] && kept[s.To]).ToArray();
        var arcs = stretches.Select(s => new RoadArc(number[s.From], number[s.To], s.Milliseconds, s.Class, s.Street)).ToList();

        var open = new bool[order.Length]; // somewhere beside the expressways
        foreach (var arc in arcs)
            if (arc.Class != RoadClass.Expressway)
                open[arc.From] = open[arc.To] = true;
        var passOnly = order.Select((v, i) => roads.Remembers[v] || !open[i]).ToArray();
        var graph = RoadGraph.Of(order.Select(v => places[v]).ToArray(), CollectionsMarshal.AsSpan(arcs), passOnly);
        var report = new RoadReport(
            _used, _leftOut, _cut, graph.NodeCount, graph.ArcCount, stretches.Sum(s => s.Metres) / 1000, kilometresLost, partsLost,
            bans.Built, _source.Turns.Count - obeyed, bans.Unclear, _limitsAssumed);
        return new MadeRoads(graph, [.. _streets.OrderBy(s => s.Value).Select(s => s.Key)], report);
    }
}
