using CityGuard.Domain.Geography;
using CityGuard.Web.Map;
using CityGuard.Web.Tests.Fakes;

namespace CityGuard.Web.Tests.Map;

/// <summary>Reads packed shapes of the small city back, a second reader beside the page's own.</summary>
internal static class Unpack
{
    public static List<(int Tag, GeoPoint[] Points)> Shapes(Action<CityMap, ShapeWriter> write)
    {
        var writer = new ShapeWriter();
        write(new SmallCity().City, writer);
        return Shapes(writer.ToArray());
    }

    public static List<(int Tag, GeoPoint[] Points)> Shapes(byte[] packed)
    {
        int at = 0, x = 0, y = 0;
        var shapes = new List<(int, GeoPoint[])>();
        for (var left = Number(); left > 0; left--)
        {
            var tag = (int)Number();
            var points = new GeoPoint[Number()];
            for (var i = 0; i < points.Length; i++)
            {
                x += Difference();
                y += Difference();
                points[i] = new GeoPoint(x / 1e6, y / 1e6);
            }

            shapes.Add((tag, points));
        }

        return shapes;

        uint Number()
        {
            uint value = 0;
            for (var shift = 0; ; shift += 7)
            {
                var part = packed[at++];
                value |= (uint)(part & 0x7f) << shift;
                if (part < 0x80)
                    return value;
            }
        }

        int Difference()
        {
            var coded = Number();
            return (int)(coded >> 1) ^ -(int)(coded & 1);
        }
    }
}
