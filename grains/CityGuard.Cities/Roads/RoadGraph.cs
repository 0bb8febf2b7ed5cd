using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Roads;

/// <summary>Class of a road; decides its speed and how it is drawn.</summary>
public enum RoadClass : byte
{
    Expressway,
    Arterial,
    Collector,
    Local,
    Bridge,
}

/// <summary>A directed road network in compressed rows. Columns may be mapped files: keep the owner alive.</summary>
public sealed class RoadGraph
{
    /// <summary>Longitude and latitude of each node.</summary>
    public required ReadOnlyMemory<GeoPoint> Nodes { get; init; }

    /// <summary>Arcs of node n are [FirstArc[n], FirstArc[n + 1]).</summary>
    public required ReadOnlyMemory<int> FirstArc { get; init; }

    /// <summary>Head node of each arc.</summary>
    public required ReadOnlyMemory<int> Head { get; init; }

    /// <summary>Travel time of each arc for a responder under way, milliseconds.</summary>
    public required ReadOnlyMemory<int> Milliseconds { get; init; }

    /// <summary>Class of each arc.</summary>
    public required ReadOnlyMemory<RoadClass> Class { get; init; }

    public int NodeCount => Nodes.Length;

    public int ArcCount => Head.Length;

    /// <summary>The same network with every arc turned round: searching in it from a node tells who can come to it, and when.</summary>
    public RoadGraph Reversed()
    {
        ReadOnlySpan<int> first = FirstArc.Span, head = Head.Span;
        var starts = new int[NodeCount + 1];
        foreach (var node in head)
            starts[node + 1]++;
        for (var node = 0; node < NodeCount; node++)
            starts[node + 1] += starts[node];
        var next = starts.AsSpan(..^1).ToArray();
        var tails = new int[ArcCount];
        var costs = new int[ArcCount];
        var classes = new RoadClass[ArcCount];
        for (var node = 0; node < NodeCount; node++)
        {
            for (var arc = first[node]; arc < first[node + 1]; arc++)
            {
                var at = next[head[arc]]++;
                (tails[at], costs[at], classes[at]) = (node, Milliseconds.Span[arc], Class.Span[arc]);
            }
        }

        return new RoadGraph { Nodes = Nodes, FirstArc = starts, Head = tails, Milliseconds = costs, Class = classes };
    }
}
