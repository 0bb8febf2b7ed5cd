using CityGuard.Domain.Geography;

namespace CityGuard.Field.Driving;

/// <summary>A way along the roads: points with the time at which each is passed. A place on it is interpolated by time.</summary>
internal sealed class Drive
{
    private readonly GeoPoint[] _points;
    private readonly int[] _nodes;
    private readonly long[] _atMs;

    /// <param name="start">Where it begins, on the arc to the first node.</param>
    /// <param name="nodes">Road nodes in order.</param>
    /// <param name="points">Their places.</param>
    /// <param name="roadMs">When each node is passed at road speed, from the start.</param>
    /// <param name="pace">Times the road's travel time: 1 with right of way, more on patrol.</param>
    public Drive(GeoPoint start, int[] nodes, GeoPoint[] points, int[] roadMs, double pace)
    {
        _nodes = nodes;
        _points = [start, .. points];
        _atMs = [0, .. roadMs.Select(ms => (long)Math.Ceiling(ms * pace))];
        Pace = pace;
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
