using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Import.Network;

/// <summary>Roads as a file gives them, whatever the file: ways over nodes, tags in OpenStreetMap's terms.</summary>
internal sealed class RoadSource(string file)
{
    /// <summary>Name of the file, for what must be said about it.</summary>
    public string File { get; } = file;

    /// <summary>Places of the nodes; a node of a way may be missing where the file ends.</summary>
    public Dictionary<long, GeoPoint> Places { get; } = [];

    /// <summary>Tags of nodes that change how one passes: barriers, signals.</summary>
    public Dictionary<long, IReadOnlyDictionary<string, string>> NodeTags { get; } = [];

    public List<RoadWay> Ways { get; } = [];

    public List<TurnRule> Turns { get; } = [];
}

/// <summary>A way over nodes.</summary>
internal sealed record RoadWay(long Id, long[] Nodes, IReadOnlyDictionary<string, string> Tags);

/// <summary>A turn that is forbidden, or the only one that is allowed.</summary>
/// <param name="Kind"><c>no_left_turn</c>, <c>only_straight_on</c> ...</param>
/// <param name="From">Way one comes from.</param>
/// <param name="ViaNode">Node one passes; 0: over ways.</param>
/// <param name="ViaWays">Ways one passes, in order; empty: over a node.</param>
/// <param name="To">Way one goes to.</param>
/// <param name="Except">Vehicles it is not for.</param>
internal sealed record TurnRule(long Id, string Kind, long From, long ViaNode, IReadOnlyList<long> ViaWays, long To, IReadOnlyList<string> Except);
