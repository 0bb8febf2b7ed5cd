using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CityGuard.Web.Feed;

/// <summary>
/// The frame a browser gets, little-endian. Header of 40 bytes: magic "CGF1", flags (1 = snapshot), time (f64, Unix ms), number of
/// the frame, counts of positions, cells and targets, bytes of incidents, silent relays. Then columns: responder, longitude and latitude
/// (millionths of a degree), from when it does not count any more (Unix s); cell; target; status; level of cells; level of targets; incidents as JSON.
/// Read by <c>frames.js</c>.
/// </summary>
internal static class FrameWriter
{
    public const int HeaderBytes = 40;
    public const uint Magic = 0x3146_4743;

    public static byte[] Write(in CityChange change)
    {
        var incidents = change.Incidents.Count == 0 ? [] : JsonSerializer.SerializeToUtf8Bytes(change.Incidents, JsonSerializerOptions.Web);
        int n = change.Positions.Count, m = change.Cells.Count, k = change.Targets.Count;
        var frame = new byte[HeaderBytes + (17 * n) + (5 * m) + (5 * k) + incidents.Length];
        WriteHeader(frame, change, incidents.Length);

        var words = MemoryMarshal.Cast<byte, int>(frame.AsSpan(HeaderBytes, (16 * n) + (4 * m) + (4 * k)));
        var bytes = frame.AsSpan(HeaderBytes + (words.Length * 4));
        for (var i = 0; i < n; i++)
        {
            var p = change.Positions[i];
            words[i] = Little(p.Responder);
            words[n + i] = Little(p.Longitude);
            words[(2 * n) + i] = Little(p.Latitude);
            words[(3 * n) + i] = Little((int)p.UntilSeconds);
            bytes[i] = p.Status;
        }

        WriteLevels(change.Cells, words[(4 * n)..], bytes[n..]);
        WriteLevels(change.Targets, words[((4 * n) + m)..], bytes[(n + m)..]);
        incidents.CopyTo(bytes[(n + m + k)..]);
        return frame;
    }

    private static void WriteHeader(Span<byte> frame, in CityChange change, int incidentBytes)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(frame, Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(frame[4..], change.Snapshot ? 1u : 0);
        BinaryPrimitives.WriteDoubleLittleEndian(frame[8..], change.At.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteUInt32LittleEndian(frame[16..], change.Seq);
        BinaryPrimitives.WriteInt32LittleEndian(frame[20..], change.Positions.Count);
        BinaryPrimitives.WriteInt32LittleEndian(frame[24..], change.Cells.Count);
        BinaryPrimitives.WriteInt32LittleEndian(frame[28..], change.Targets.Count);
        BinaryPrimitives.WriteInt32LittleEndian(frame[32..], incidentBytes);
        BinaryPrimitives.WriteInt32LittleEndian(frame[36..], change.SilentRelays);
    }

    private static void WriteLevels(List<LevelMark> levels, Span<int> words, Span<byte> bytes)
    {
        for (var i = 0; i < levels.Count; i++)
        {
            words[i] = Little(levels[i].Index);
            bytes[i] = levels[i].Level;
        }
    }

    private static int Little(int value) => BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);
}
