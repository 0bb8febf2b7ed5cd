using CityGuard.Cities.Generate;
using CityGuard.Cities.Package;

namespace CityGuard.Silo.Hosting;

/// <summary>The default city: a synthetic Guangzhou, compiled into the data folder on the first run.</summary>
internal static class DefaultCity
{
    public static string Ensure(string dataFolder)
    {
        var folder = Path.Combine(dataFolder, "city");
        if (!CityPackage.Exists(folder))
            ProgressBar.Show("Compiling Guangzhou", progress =>
                CityPackage.Save(GuangzhouGenerator.Generate(new GuangzhouOptions(), progress), folder, progress));
        return folder;
    }
}
