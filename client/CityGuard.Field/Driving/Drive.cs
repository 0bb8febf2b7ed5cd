using CityGuard.Cities.Roads;
using CityGuard.Domain.Geography;

namespace CityGuard.Field.Driving;

/// <summary>A way along the roads: points with the time at which each is passed. A place on it is interpolated by time.</summary>
internal sealed class Drive
{
    private readonly GeoPoint[] _points;
    private readonly int[] _nodes;
    private readonly long[] _atMs;

    /// <param name="roads">The network.</param>
    /// <param name="from">Where it begins: on the arc to the first node of the route.</param>
    /// <param name="route">The way from there on.</param>
    /// <param name="pace">Times the road's travel time: 1 with right of way, more on patrol.</param>
    public Drive(RoadGraph roads, Standing from, Route route, double pace)
    {
        Pace = pace;
        _nodes = [.. route.Nodes];
        _points = [from.Place, .. _nodes.Select(node => roads.Nodes.Span[node])];
        _atMs = [0, .. route.Milliseconds.Select(ms => (long)Math.Ceiling((from.MsToNode + ms) * pace))];
    }

    public double Pace { get; }

    public long DurationMs => _atMs[^1];

    public int EndNode => _nodes[^1];

    /// <summary>Place after so many milliseconds.</summary>
    public GeoPoint At(long elapsedMs) => Between(Segment(elapsedMs), elapsedMs);

    /// <summary>Place after so many milliseconds, with the node ahead and the road time to it.</summary>
    public Standing StandingAt(long elapsedMs)
    {
        var segment = Segment(elapsedMs);
        var left = Math.Max(0, _atMs[segment + 1] - elapsedMs);
        return new Standing(Between(segment, elapsedMs), _nodes[segment], (int)Math.Ceiling(left / Pace));
    }

    private int Segment(long elapsedMs)
    {
        var found = Array.BinarySearch(_atMs, elapsedMs);
        var after = found < 0 ? ~found : found;
        return Math.Clamp(after - 1, 0, _points.Length - 2);
    }

    private GeoPoint Between(int segment, long elapsedMs)
    {
        long from = _atMs[segment], until = _atMs[segment + 1];
        var part = until == from ? 1 : Math.Clamp((elapsedMs - from) / (double)(until - from), 0, 1);
        GeoPoint a = _points[segment], b = _points[segment + 1];
        return new GeoPoint(a.Lon + ((b.Lon - a.Lon) * part), a.Lat + ((b.Lat - a.Lat) * part));
    }
}

/// <summary>Where something stands on the roads: a place, the node ahead of it, and the road time to that node.</summary>
internal readonly record struct Standing(GeoPoint Place, int Node, int MsToNode);
