using CityGuard.Storage;

namespace CityGuard.Silo.Security;

/// <summary>Files that only the host's own user may read, replaced whole or not at all.</summary>
internal static class PrivateFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder of the data folder, and that one too when this is the first thing in it.</summary>
    public static void Create(string folder)
    {
        new DataFolder(Path.GetDirectoryName(Path.GetFullPath(folder))!).Create();
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
    }

    public static void WriteAtomically(string path, ReadOnlySpan<byte> bytes) => File.Move(Draft(path, bytes), path, overwrite: true);

    /// <summary>Writes only where there is nothing yet; of two who try at once, one is told false.</summary>
    public static bool TryWriteNew(string path, ReadOnlySpan<byte> bytes)
    {
        var draft = Draft(path, bytes);
        try
        {
            File.Move(draft, path, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
            return false;
        }
    }

    private static string Draft(string path, ReadOnlySpan<byte> bytes)
    {
        var draft = $"{path}.{Guid.NewGuid():N}.tmp";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using var file = new FileStream(draft, options);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
        return draft;
    }
}
