using CityGuard.Domain.Geography;
using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;

namespace CityGuard.Cities.Import.Network;

/// <summary>The line of a road between two junctions.</summary>
internal sealed class RoadLine
{
    private const double BendMetres = 5, LongestMetres = 150;

    private readonly GeoPoint[] _points;
    private readonly double[] _along;

    public RoadLine(GeoPoint[] points)
    {
        _points = points;
        _along = new double[points.Length];
        for (var i = 1; i < points.Length; i++)
            _along[i] = _along[i - 1] + points[i - 1].MetresTo(points[i]);
    }

    /// <summary>Where the pieces end, one after the other, with their lengths along the road.</summary>
    public IEnumerable<(GeoPoint Place, double Metres, bool IsEnd)> Pieces()
    {
        var bends = Bends();
        for (var bend = 1; bend < bends.Count; bend++)
        {
            double from = _along[bends[bend - 1]], to = _along[bends[bend]];
            var pieces = Math.Max(1, (int)Math.Ceiling((to - from) / LongestMetres));
            for (var piece = 1; piece <= pieces; piece++)
            {
                var last = piece == pieces;
                yield return (
                    last ? _points[bends[bend]] : At(from + ((to - from) * piece / pieces)), (to - from) / pieces, last && bend == bends.Count - 1);
            }
        }
    }

    private GeoPoint At(double metres)
    {
        var next = Array.FindIndex(_along, a => a >= metres);
        var share = (metres - _along[next - 1]) / (_along[next] - _along[next - 1]);
        GeoPoint from = _points[next - 1], to = _points[next];
        return new GeoPoint(from.Lon + ((to.Lon - from.Lon) * share), from.Lat + ((to.Lat - from.Lat) * share));
    }

    /// <summary>Indexes of the points that the line cannot do without (Douglas and Peucker).</summary>
    private List<int> Bends()
    {
        var east = Outline.MetresPerDegree * Math.Cos(double.DegreesToRadians(_points[0].Lat));
        var flat = _points.Select((p, i) => new CoordinateZ((p.Lon - _points[0].Lon) * east, (p.Lat - _points[0].Lat) * Outline.MetresPerDegree, i)).ToArray<Coordinate>();
        return [.. DouglasPeuckerLineSimplifier.Simplify(flat, BendMetres).Select(c => (int)c.Z)];
    }
}
