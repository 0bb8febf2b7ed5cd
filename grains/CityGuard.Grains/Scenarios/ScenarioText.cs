using System.IO.Compression;
using System.Text;

namespace CityGuard.Grains.Scenarios;

/// <summary>Texts of scenarios as they are kept: compressed.</summary>
internal static class ScenarioText
{
    /// <summary>Longest text, bytes of UTF-8.</summary>
    public const int MostBytes = 16 << 20;

    public static byte[] Pack(string text)
    {
        var packed = new MemoryStream();
        using (var writer = new BrotliStream(packed, new BrotliCompressionOptions { Quality = 5 }))
            writer.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    public static string Unpack(ReadOnlySpan<byte> packed)
    {
        using var reader = new StreamReader(new BrotliStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
