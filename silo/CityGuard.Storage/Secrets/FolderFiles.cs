namespace CityGuard.Storage.Secrets;

/// <summary>Secrets of one machine: files below the data folder that only the host's own user may read. Another process may add and delete while the city runs.</summary>
public sealed class FolderFiles(string dataFolder) : ISecretFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public async ValueTask<byte[]?> Read(string folder, string name, CancellationToken cancel = default)
    {
        try
        {
            return await File.ReadAllBytesAsync(PathOf(folder, name), cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public ValueTask<IReadOnlyList<string>> List(string folder, CancellationToken cancel = default)
    {
        var path = Path.Combine(dataFolder, folder);
        return ValueTask.FromResult<IReadOnlyList<string>>(Directory.Exists(path) ? [.. Directory.EnumerateFiles(path).Select(f => Path.GetFileName(f)).Where(f => !IsDraft(f))] : []);
    }

    public async ValueTask<bool> TryWriteNew(string folder, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancel = default)
    {
        Create(Path.Combine(dataFolder, folder));
        var path = PathOf(folder, name);
        var draft = await Draft(path, bytes, cancel).ConfigureAwait(false);
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

    public async ValueTask<byte[]?> Take(string folder, string name, CancellationToken cancel = default)
    {
        var claimed = PathOf(folder, name) + ".taken" + DraftEnding;
        try
        {
            // Renaming is what only one of two can do; a move that minds what is there already is not one step.
            File.Move(PathOf(folder, name), claimed, overwrite: true);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        var bytes = await File.ReadAllBytesAsync(claimed, cancel).ConfigureAwait(false);
        File.Delete(claimed);
        return bytes;
    }

    public ValueTask<bool> Delete(string folder, string name, CancellationToken cancel = default)
    {
        var path = PathOf(folder, name);
        var there = File.Exists(path);
        if (there)
            File.Delete(path);
        return ValueTask.FromResult(there);
    }

    private const string DraftEnding = ".tmp";

    private static bool IsDraft(string name) => name.EndsWith(DraftEnding, StringComparison.Ordinal);

    private string PathOf(string folder, string name) => Path.Combine(dataFolder, folder, name);

    /// <summary>Makes a folder of the data folder, and that one too when this is the first thing in it.</summary>
    private void Create(string folder)
    {
        new DataFolder(dataFolder).Create();
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
    }

    private static async Task<string> Draft(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var draft = $"{path}.{Guid.NewGuid():N}{DraftEnding}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        await using var file = new FileStream(draft, options);
        await file.WriteAsync(bytes, cancel).ConfigureAwait(false);
        file.Flush(flushToDisk: true);
        return draft;
    }
}
