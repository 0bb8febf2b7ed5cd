using System.CommandLine;
using CityGuard.Cities.Package;
using CityGuard.Domain.Areas;

namespace CityGuard.Silo.Commands;

/// <summary>An area of the city, looked up in its package: nobody is made responsible for what there is not.</summary>
internal static class AreaOption
{
    public static Option<string?> City() => new("--city") { Description = "Folder of the compiled city package; without it that of the data folder." };

    public static Area Find(string area, string? cityFolder, string dataFolder)
    {
        var folder = cityFolder ?? Path.Combine(dataFolder, "city");
        if (!CityPackage.Exists(folder))
            throw new CommandException(ExitCodes.Input, $"there is no city package in {folder}: run the city once, or name its package with --city.");
        using var city = CityPackage.Load(folder);
        return city.TryArea(area, out var at)
            ? city.Areas[at]
            : throw new CommandException(ExitCodes.Input, $"the city has no area '{area}'.");
    }
}
