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
    /// <summary>Travel times of arcs are whole multiples of this: so short that a way is exact to a fraction of a second, and so long that 20 minutes fit 16 bits.</summary>
    public const int TickMilliseconds = 20;

    /// <summary>Longitude and latitude of each node.</summary>
    public required ReadOnlyMemory<GeoPoint> Nodes { get; init; }

    /// <summary>Arcs of node n are [FirstArc[n], FirstArc[n + 1]).</summary>
    public required ReadOnlyMemory<int> FirstArc { get; init; }

    /// <summary>Head node of each arc.</summary>
    public required ReadOnlyMemory<int> Head { get; init; }

    /// <summary>Travel time of each arc for a responder under way, milliseconds; a positive multiple of <see cref="TickMilliseconds"/>.</summary>
    public required ReadOnlyMemory<int> Milliseconds { get; init; }

    /// <summary>Class of each arc.</summary>
    public required ReadOnlyMemory<RoadClass> Class { get; init; }

    /// <summary>Street of each arc, an index into the city's street names, -1 where it has no name; empty when no street of the city has one.</summary>
    public ReadOnlyMemory<int> Street { get; init; }

    /// <summary>By node: true where vehicles only pass, on an expressway or at a copy of a junction that remembers where one came from; empty: nowhere.</summary>
    public ReadOnlyMemory<bool> PassOnly { get; init; }

    public int NodeCount => Nodes.Length;

    public int ArcCount => Head.Length;

    /// <summary>Makes a network of arcs in any order; those of one node keep theirs. Times are rounded to ticks, and none is for nothing.</summary>
    public static RoadGraph Of(ReadOnlyMemory<GeoPoint> nodes, ReadOnlySpan<RoadArc> arcs, ReadOnlyMemory<bool> passOnly = default)
    {
        var first = new int[nodes.Length + 1];
        foreach (var arc in arcs)
            first[arc.From + 1]++;
        for (var node = 0; node < nodes.Length; node++)
            first[node + 1] += first[node];
        var next = first.AsSpan(..^1).ToArray();
        int[] head = new int[arcs.Length], time = new int[arcs.Length], street = new int[arcs.Length];
        var classes = new RoadClass[arcs.Length];
        var named = false;
        foreach (var arc in arcs)
        {
            var at = next[arc.From]++;
            (head[at], time[at], classes[at], street[at]) = (arc.To, Ticks(arc.Milliseconds) * TickMilliseconds, arc.Class, arc.Street);
            named |= arc.Street >= 0;
        }

        return new RoadGraph { Nodes = nodes, FirstArc = first, Head = head, Milliseconds = time, Class = classes, Street = named ? street : default(ReadOnlyMemory<int>), PassOnly = passOnly };
    }

    /// <summary>A time in ticks, to the nearest, at least 1.</summary>
    public static int Ticks(double milliseconds) => (int)Math.Clamp(Math.Round(milliseconds / TickMilliseconds), 1, int.MaxValue / TickMilliseconds);

    /// <summary>Street of an arc, -1 when it has no name.</summary>
    public int StreetOf(int arc) => Street.IsEmpty ? -1 : Street.Span[arc];

    /// <summary>The same network with every arc turned round: searching in it from a node tells who can come to it, and when.</summary>
    public RoadGraph Reversed()
    {
        ReadOnlySpan<int> first = FirstArc.Span, head = Head.Span;
        var arcs = new RoadArc[ArcCount];
        for (var node = 0; node < NodeCount; node++)
            for (var arc = first[node]; arc < first[node + 1]; arc++)
                arcs[arc] = new RoadArc(head[arc], node, Milliseconds.Span[arc], Class.Span[arc], StreetOf(arc));
        return Of(Nodes, arcs, PassOnly);
    }
}

/// <summary>One directed arc while a network is made.</summary>
/// <param name="From">Node it leaves.</param>
/// <param name="To">Node it leads to.</param>
/// <param name="Milliseconds">Travel time; rounded when the network is made.</param>
/// <param name="Class">Class of the road.</param>
/// <param name="Street">Street name, -1: none.</param>
public readonly record struct RoadArc(int From, int To, double Milliseconds, RoadClass Class, int Street = -1);
