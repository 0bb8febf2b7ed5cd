using CityGuard.Cities.Generate;
using CityGuard.Cities.Package;
using CityGuard.Storage;

namespace CityGuard.Silo.Hosting;

/// <summary>The default city: a synthetic Guangzhou, compiled into the data folder on the first run.</summary>
internal static class DefaultCity
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <param name="dataFolder">Of this node.</param>
    /// <param name="isShared">Nothing else keeps other nodes of this machine out of the folder: one compiles, the others wait for it.</param>
    /// <param name="cancel">Ends the waiting.</param>
    public static async Task<string> Ensure(string dataFolder, bool isShared, CancellationToken cancel)
    {
        var (folder, isTold) = (Path.Combine(dataFolder, "city"), false);
        while (!CityPackage.Exists(folder))
        {
            using var alone = isShared ? TryTake(new DataFolder(dataFolder).Create()) : null;
            if (isShared && alone is null)
            {
                if (!isTold)
                    Console.Error.WriteLine($"cityguard: {dataFolder} is held by another process; waiting until that has compiled the city there, or has ended.");
                isTold = true;
                await Task.Delay(LookAgain, cancel);
            }
            else if (!CityPackage.Exists(folder))
                ProgressBar.Show("Compiling Guangzhou", progress =>
                    CityPackage.Save(GuangzhouGenerator.Generate(new GuangzhouOptions(), progress), folder, progress));
        }

        return folder;
    }

    private static DataFolderLock? TryTake(DataFolder folder)
    {
        try
        {
            return DataFolderLock.Take(folder);
        }
        catch (StorageInUseException)
        {
            return null;
        }
    }
}
