using CityGuard.Cities.Import.Network;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Import.Osm;

/// <summary>Takes the roads out of a file of OpenStreetMap, in two passes: first the ways and the bans, then only the nodes they name.</summary>
internal static class OsmRoads
{
    public static RoadSource Read(string path)
    {
        var roads = new RoadSource(Path.GetFileName(path));
        var ways = new Ways(roads);
        OsmFile.Read(path, ways);
        if (roads.Ways.Count == 0)
            throw new CityInputException(roads.File, "there are no roads in it (no way has the tag 'highway')");
        OsmFile.Read(path, new Nodes(roads, ways.Needed));
        return roads;
    }

    private sealed class Ways(RoadSource roads) : OsmVisitor
    {
        private static readonly string[] _kinds = ["restriction:emergency", "restriction:motorcar", "restriction:motor_vehicle", "restriction"];

        public HashSet<long> Needed { get; } = [];

        public override bool WantsWays => true;

        public override void Way(long id, IReadOnlyList<long> nodes, IReadOnlyDictionary<string, string> tags)
        {
            if (nodes.Count < 2 || !tags.ContainsKey("highway"))
                return;
            roads.Ways.Add(new RoadWay(id, [.. nodes], tags));
            Needed.UnionWith(nodes);
        }

        public override void Relation(long id, IReadOnlyList<OsmMember> members, IReadOnlyDictionary<string, string> tags)
        {
            if (tags.GetValueOrDefault("type") is not ("restriction" or "restriction:motorcar") || _kinds.Select(tags.GetValueOrDefault).FirstOrDefault(k => k is not null) is not { } kind)
                return;
            var via = members.Where(m => m.Role == "via").ToArray();
            var viaNode = via is [{ Kind: OsmKind.Node, Id: var node }] ? node : 0;
            // A few bans forbid several ways at once (no_entry, no_exit): each pair is a ban of its own.
            foreach (var from in members.Where(m => m is { Role: "from", Kind: OsmKind.Way }))
                foreach (var to in members.Where(m => m is { Role: "to", Kind: OsmKind.Way }))
                    roads.Turns.Add(new TurnRule(
                        id, kind, from.Id, viaNode, [.. via.Where(m => m.Kind == OsmKind.Way).Select(m => m.Id)], to.Id, (tags.GetValueOrDefault("except") ?? "").Split(';', StringSplitOptions.TrimEntries)));
        }
    }

    private sealed class Nodes(RoadSource roads, HashSet<long> needed) : OsmVisitor
    {
        public override bool WantsNodes => true;

        public override void Node(long id, GeoPoint place, IReadOnlyDictionary<string, string> tags)
        {
            if (!needed.Contains(id))
                return;
            roads.Places[id] = place;
            if (tags.ContainsKey("barrier") || tags.GetValueOrDefault("highway") == "traffic_signals")
                roads.NodeTags[id] = tags;
        }
    }
}
