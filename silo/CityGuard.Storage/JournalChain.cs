using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CityGuard.Storage;

/// <summary>
/// The chain of a stream: each hash covers the one before it, the place in the stream, the event id and the stored bytes.
/// What varies in length carries its length, so that no two different events share an input.
/// </summary>
public static class JournalChain
{
    public const int HashLength = SHA256.HashSizeInBytes;

    private static readonly byte[] Genesis = new byte[HashLength];

    /// <summary>The hash of the event at <paramref name="version"/>; <paramref name="previous"/> is empty for the first.</summary>
    public static void Next(ReadOnlySpan<byte> previous, string stream, long version, string eventId, ReadOnlySpan<byte> json, Span<byte> hash)
    {
        var most = HashLength + 8 + 4 + Encoding.UTF8.GetMaxByteCount(stream.Length) + 4 + Encoding.UTF8.GetMaxByteCount(eventId.Length) + json.Length;
        var rented = ArrayPool<byte>.Shared.Rent(most);
        var input = rented.AsSpan();
        (previous.IsEmpty ? Genesis : previous).CopyTo(input);
        var at = HashLength;
        BinaryPrimitives.WriteInt64BigEndian(input[at..], version);
        at += 8;
        at += WriteText(stream, input[at..]);
        at += WriteText(eventId, input[at..]);
        json.CopyTo(input[at..]);
        at += json.Length;
        SHA256.HashData(input[..at], hash);
        ArrayPool<byte>.Shared.Return(rented);
    }

    private static int WriteText(string text, Span<byte> into)
    {
        var length = Encoding.UTF8.GetBytes(text, into[4..]);
        BinaryPrimitives.WriteInt32BigEndian(into, length);
        return 4 + length;
    }
}
