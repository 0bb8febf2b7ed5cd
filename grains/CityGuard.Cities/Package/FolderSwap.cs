namespace CityGuard.Cities.Package;

/// <summary>Builds a folder beside its final place and puts it there by renaming. Disposed uncommitted, it leaves nothing behind.</summary>
internal sealed class FolderSwap : IDisposable
{
    private readonly string _final;

    private FolderSwap(string final, string temporary) => (_final, Temporary) = (final, temporary);

    public string Temporary { get; }

    public static FolderSwap Begin(string final)
    {
        // Never take away a folder that is something else than a package, whatever path was typed.
        if (File.Exists(final) || (Directory.Exists(final) && Directory.EnumerateFileSystemEntries(final).Any() && !CityPackage.Exists(final)))
            throw new CityPackageException($"'{final}' exists and is no city package; choose another folder.");
        var temporary = $"{final}.{Path.GetRandomFileName()}.tmp";
        Directory.CreateDirectory(temporary);
        return new FolderSwap(final, temporary);
    }

    public void Commit()
    {
        if (!Directory.Exists(_final))
        {
            Directory.Move(Temporary, _final);
            return;
        }

        var old = Temporary + ".old";
        Directory.Move(_final, old);
        Directory.Move(Temporary, _final);
        Directory.Delete(old, recursive: true);
    }

    public void Dispose()
    {
        if (Directory.Exists(Temporary))
            Directory.Delete(Temporary, recursive: true);
    }
}
