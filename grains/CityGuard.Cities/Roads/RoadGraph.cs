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
}
