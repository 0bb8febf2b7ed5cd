using System.Collections.Immutable;
using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Roads;

/// <summary>A way through the network.</summary>
/// <param name="Nodes">Nodes passed, from the first to the last.</param>
/// <param name="Milliseconds">Time at which each is passed, from 0.</param>
public sealed record Route(ImmutableArray<int> Nodes, ImmutableArray<int> Milliseconds)
{
    /// <summary>Time of the whole way.</summary>
    public int TotalMilliseconds => Milliseconds[^1];

    /// <summary>Where one is after so many milliseconds: on the line between two nodes; at the end from the end on.</summary>
    public GeoPoint At(RoadGraph roads, double milliseconds)
    {
        var nodes = roads.Nodes.Span;
        if (milliseconds <= 0)
            return nodes[Nodes[0]];
        if (milliseconds >= TotalMilliseconds)
            return nodes[Nodes[^1]];
        var next = Milliseconds.AsSpan().BinarySearch((int)milliseconds);
        next = next < 0 ? ~next : next + 1; // the first node passed later than now
        while (Milliseconds[next] <= milliseconds)
            next++;
        GeoPoint from = nodes[Nodes[next - 1]], to = nodes[Nodes[next]];
        var share = (milliseconds - Milliseconds[next - 1]) / (Milliseconds[next] - Milliseconds[next - 1]);
        return new GeoPoint(from.Lon + ((to.Lon - from.Lon) * share), from.Lat + ((to.Lat - from.Lat) * share));
    }
}
