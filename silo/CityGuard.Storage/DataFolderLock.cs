namespace CityGuard.Storage;

/// <summary>
/// Keeps a second writer out of a data folder for as long as this process lives. The system holds it, not the file:
/// a killed process leaves no lock behind.
/// </summary>
public sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    public static DataFolderLock Take(DataFolder folder)
    {
        try
        {
            return new DataFolderLock(PrivateFile.Open(folder.Lock, FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StorageFailedException($"The data folder {folder.Path} cannot be written to: {e.Message}", e);
        }
        catch (IOException e) when (File.Exists(folder.Lock))
        {
            throw new StorageInUseException($"The data folder {folder.Path} is in use by another cityguard process.", e);
        }
        catch (IOException e)
        {
            throw new StorageFailedException($"The data folder {folder.Path} cannot be written to: {e.Message}", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
