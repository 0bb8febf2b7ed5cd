namespace CityGuard.Storage.Tests;

internal static class ByteSearch
{
    /// <summary>Names of the files of a folder in which these bytes stand.</summary>
    public static IReadOnlyList<string> FilesWith(DataFolder folder, ReadOnlySpan<byte> wanted)
    {
        var found = new List<string>();
        foreach (var (name, bytes) in Contents(folder))
            if (bytes.AsSpan().IndexOf(wanted) >= 0)
                found.Add(name);
        return found;
    }

    /// <summary>Every file with its bytes, those included that another connection has open.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Contents(DataFolder folder)
        => [.. Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), ReadAll(path)))];

    private static byte[] ReadAll(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
