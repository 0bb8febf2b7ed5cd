using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CityGuard.Domain.Incidents;

/// <summary>A report finds its incident by what it is, so that a repeated one finds the same.</summary>
public static class IncidentReports
{
    /// <summary>The incident of a report: <c>i-</c> and base64url of the first 16 bytes of SHA-256 over length-prefixed (source, sourceId).</summary>
    public static IncidentId IdOf(string source, string sourceId)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, source);
        Add(hash, sourceId);
        Span<byte> digest = stackalloc byte[32];
        hash.GetHashAndReset(digest);
        return IncidentId.Parse("i-" + Base64Url.EncodeToString(digest[..16]));
    }

    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
