namespace CityGuard.Storage;

/// <summary>Where the embedded store keeps what it keeps.</summary>
public sealed class DataFolder(string path)
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Journal => System.IO.Path.Combine(Path, "journal.db");

    public string Vault => System.IO.Path.Combine(Path, "vault.db");

    public string Positions => System.IO.Path.Combine(Path, "positions.db");

    public string Lock => System.IO.Path.Combine(Path, "lock");

    /// <summary>Makes the folder when it is absent, for this user alone: the vault's keys lie in it.</summary>
    public DataFolder Create()
    {
        try
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(Path);
            else
                Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return this;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageFailedException($"The data folder {Path} cannot be made: {e.Message}", e);
        }
    }

    /// <summary>For those who only read: there must be a journal already.</summary>
    public DataFolder Existing()
        => File.Exists(Journal) ? this : throw new StorageFailedException($"There is no journal in {Path}.");
}
