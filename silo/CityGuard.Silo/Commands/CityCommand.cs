using System.CommandLine;
using CityGuard.Cities;
using CityGuard.Cities.Generate;
using CityGuard.Cities.Package;
using CityGuard.Silo.Hosting;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard city info|import|generate</c>: makes and reads city packages.</summary>
internal static class CityCommand
{
    public static Command Create() => new("city", "City packages.") { Info(), Generate() };

    private static Command Info()
    {
        var folder = new Argument<string>("folder") { Description = "A compiled package.", DefaultValueFactory = _ => "./data/city" };
        var command = new Command("info", "Counts, sources and licences of a package.") { folder };
        command.SetAction(parsed =>
        {
            using var city = CityPackage.Load(parsed.GetRequiredValue(folder));
            foreach (var line in CityDescription.Of(city.Manifest).Lines())
                Console.WriteLine(line);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Generate()
    {
        var output = new Option<string>("--out") { Description = "Folder to write; must not exist yet.", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "Same seed, same city.", DefaultValueFactory = _ => new GuangzhouOptions().Seed };
        var command = new Command("generate", "The synthetic Guangzhou.") { output, seed };
        command.SetAction(parsed =>
        {
            var folder = Fresh(parsed.GetRequiredValue(output));
            ProgressBar.Show("Generating", progress =>
                CityPackage.Save(GuangzhouGenerator.Generate(new GuangzhouOptions { Seed = parsed.GetValue(seed) }, progress), folder, progress));
            Console.WriteLine($"made {folder}");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static string Fresh(string folder)
        => Path.Exists(folder) ? throw new CommandException(ExitCodes.Input, $"{folder} exists already; name a new folder.") : Path.GetFullPath(folder);
}
