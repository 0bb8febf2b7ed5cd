using System.Buffers.Binary;
using System.IO.Compression;

namespace CityGuard.Cities.Import;

/// <summary>Opens what people hand in: whether it is packed is told by its first bytes and must fit its name, and it must not swell without end.</summary>
internal static class InputFile
{
    private static ReadOnlySpan<byte> GZip => [0x1f, 0x8b];

    /// <summary>Opens a file as it lies there.</summary>
    public static FileStream Open(string path)
    {
        var name = Path.GetFileName(path);
        if (Directory.Exists(path))
            throw new CityInputException(name, "it is a folder");
        if (!File.Exists(path))
            throw new CityInputException(name, $"it is missing in '{Path.GetDirectoryName(Path.GetFullPath(path))}'");
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CityInputException(name, "it cannot be read: " + error.Message);
        }
    }

    /// <summary>Unpacks a stream if its name ends in <c>.gz</c>.</summary>
    public static Stream Inflated(FileStream file, string name)
    {
        Span<byte> head = stackalloc byte[2];
        var packed = file.ReadAtLeast(head, 2, throwOnEndOfStream: false) == 2 && head.SequenceEqual(GZip);
        file.Position = 0;
        if (file.Length == 0)
            throw new CityInputException(name, "it is empty");
        if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) != packed)
            throw new CityInputException(name, packed ? "it is packed with gzip; name it .gz" : "its name ends in .gz, but it is not packed with gzip");
        return packed ? new BoundedStream(new GZipStream(file, CompressionMode.Decompress), name, file.Length) : file;
    }

    /// <summary>Reads a whole file, unpacked.</summary>
    public static byte[] ReadAll(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var file = Open(path);
            using var content = Inflated(file, name);
            using var all = new MemoryStream();
            content.CopyTo(all);
            if (content != file && !EndsWithLength(path, all.Length))
                throw new CityInputException(name, "it is cut short");
            return all.ToArray();
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new CityInputException(name, "it cannot be read: " + error.Message);
        }
    }

    /// <summary>A packed file that was cut short may unpack without complaint: its last four bytes must be its length.</summary>
    private static bool EndsWithLength(string path, long length)
    {
        using var file = Open(path);
        Span<byte> tail = stackalloc byte[sizeof(uint)];
        file.Seek(-sizeof(uint), SeekOrigin.End);
        file.ReadExactly(tail);
        return BinaryPrimitives.ReadUInt32LittleEndian(tail) == (uint)length;
    }
}
