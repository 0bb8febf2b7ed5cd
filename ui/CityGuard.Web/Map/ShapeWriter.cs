using System.Buffers;
using CityGuard.Domain.Geography;

namespace CityGuard.Web.Map;

/// <summary>
/// Packs lines and rings for the browser: a count, then for each shape a tag, a number of points and zigzag differences of
/// millionths of a degree, everything as variable-length integers. A tenth of the same shapes as GeoJSON. Read by <c>shapes.js</c>.
/// </summary>
internal sealed class ShapeWriter
{
    private readonly ArrayBufferWriter<byte> _shapes = new(1 << 16);
    private int _count, _x, _y;

    public void Add(int tag, ReadOnlySpan<GeoPoint> points)
    {
        Write((uint)tag);
        Write((uint)points.Length);
        foreach (var point in points)
        {
            int x = Quantise(point.Lon), y = Quantise(point.Lat);
            Write(ZigZag(x - _x));
            Write(ZigZag(y - _y));
            (_x, _y) = (x, y);
        }

        _count++;
    }

    public byte[] ToArray()
    {
        var head = new ArrayBufferWriter<byte>(8);
        Write(head, (uint)_count);
        return [.. head.WrittenSpan, .. _shapes.WrittenSpan];
    }

    public static int Quantise(double degrees) => (int)Math.Round(degrees * 1e6);

    private static uint ZigZag(int value) => (uint)((value << 1) ^ (value >> 31));

    private void Write(uint value) => Write(_shapes, value);

    private static void Write(ArrayBufferWriter<byte> to, uint value)
    {
        var span = to.GetSpan(5);
        var used = 0;
        while (value >= 0x80)
        {
            span[used++] = (byte)(value | 0x80);
            value >>= 7;
        }

        span[used++] = (byte)value;
        to.Advance(used);
    }
}
