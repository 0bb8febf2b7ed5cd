using CityGuard.Domain.Geography;

namespace CityGuard.Cities.Roads;

/// <summary>Finds the road node nearest to a point. Immutable, safe from many threads.</summary>
public sealed class NodeLocator
{
    private const double NodesPerBucket = 2;

    private readonly ReadOnlyMemory<GeoPoint> _nodes;
    private readonly int[] _bucketStarts, _bucketNodes;
    private readonly double _west, _south, _lonMetres, _side;
    private readonly int _columns, _rows;
    private readonly int[]? _stops;

    /// <summary>Of the nodes where one may stop: not of those that vehicles only pass.</summary>
    public NodeLocator(RoadGraph roads)
        : this(Stops(roads, out var stops))
        => _stops = stops;

    /// <summary>Of any points: the answers are places in this list.</summary>
    public NodeLocator(ReadOnlyMemory<GeoPoint> points)
    {
        _nodes = points;
        var nodes = points.Span;
        if (nodes.IsEmpty)
            throw new ArgumentException("There are no points.", nameof(points));
        double east = double.MinValue, north = double.MinValue;
        (_west, _south) = (double.MaxValue, double.MaxValue);
        foreach (var node in nodes)
        {
            (_west, east) = (Math.Min(_west, node.Lon), Math.Max(east, node.Lon));
            (_south, north) = (Math.Min(_south, node.Lat), Math.Max(north, node.Lat));
        }

        _lonMetres = Outline.MetresPerDegree * Math.Cos(double.DegreesToRadians((_south + north) / 2));
        double width = (east - _west) * _lonMetres, height = (north - _south) * Outline.MetresPerDegree;
        _side = Math.Max(1, Math.Sqrt(Math.Max(1, width * height) * NodesPerBucket / nodes.Length));
        (_columns, _rows) = ((int)(width / _side) + 1, (int)(height / _side) + 1);

        _bucketStarts = new int[(_columns * _rows) + 1];
        foreach (var node in nodes)
            _bucketStarts[Bucket(node) + 1]++;
        for (var bucket = 0; bucket < _bucketStarts.Length - 1; bucket++)
            _bucketStarts[bucket + 1] += _bucketStarts[bucket];
        var next = _bucketStarts.AsSpan(..^1).ToArray();
        _bucketNodes = new int[nodes.Length];
        for (var node = 0; node < nodes.Length; node++)
            _bucketNodes[next[Bucket(nodes[node])]++] = node;
    }

    /// <summary>The nearest node, the lowest of several; and how far it is.</summary>
    public int Nearest(GeoPoint point, out double metres)
    {
        var (x, y) = Metres(point);
        int column = Clamp(x, _columns), row = Clamp(y, _rows);
        var (best, least) = (-1, double.MaxValue);
        for (var ring = 0; ring <= Math.Max(_columns, _rows); ring++)
        {
            // Everything in this ring of buckets and beyond is at least so far away: from a point outside the network even farther.
            var bound = (ring - 1) * _side;
            if (best >= 0 && bound > 0 && bound * bound > least)
                break;
            for (var r = row - ring; r <= row + ring; r++)
            {
                var step = r == row - ring || r == row + ring ? 1 : Math.Max(1, 2 * ring);
                for (var c = column - ring; c <= column + ring; c += step)
                    if (r >= 0 && r < _rows && c >= 0 && c < _columns)
                        Look(x, y, (r * _columns) + c, ref best, ref least);
            }
        }

        metres = Math.Sqrt(least);
        return _stops is null ? best : _stops[best];
    }

    /// <inheritdoc cref="Nearest(GeoPoint, out double)"/>
    public int Nearest(GeoPoint point) => Nearest(point, out _);

    private static ReadOnlyMemory<GeoPoint> Stops(RoadGraph roads, out int[]? stops)
    {
        var pass = roads.PassOnly;
        stops = pass.IsEmpty ? null : [.. Enumerable.Range(0, roads.NodeCount).Where(node => !pass.Span[node])];
        return stops is null ? roads.Nodes : stops.Select(node => roads.Nodes.Span[node]).ToArray();
    }

    private void Look(double x, double y, int bucket, ref int best, ref double least)
    {
        foreach (var node in _bucketNodes.AsSpan(_bucketStarts[bucket].._bucketStarts[bucket + 1]))
        {
            var (nodeX, nodeY) = Metres(_nodes.Span[node]);
            var square = ((nodeX - x) * (nodeX - x)) + ((nodeY - y) * (nodeY - y));
            if (square < least || (square == least && node < best))
                (best, least) = (node, square);
        }
    }

    private int Bucket(GeoPoint point)
    {
        var (x, y) = Metres(point);
        return (Clamp(y, _rows) * _columns) + Clamp(x, _columns);
    }

    private int Clamp(double metres, int count) => (int)Math.Clamp(metres / _side, 0, count - 1);

    private (double X, double Y) Metres(GeoPoint point) => ((point.Lon - _west) * _lonMetres, (point.Lat - _south) * Outline.MetresPerDegree);
}
