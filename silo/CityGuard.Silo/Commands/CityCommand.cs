using System.CommandLine;
using CityGuard.Cities;
using CityGuard.Cities.Generate;
using CityGuard.Cities.Import;
using CityGuard.Cities.Package;
using CityGuard.Silo.Hosting;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard city info|import|check|diff|generate</c>: makes and reads city packages.</summary>
internal static class CityCommand
{
    public static Command Create()
    {
        var import = CityImport.Create();
        import.Subcommands.Add(Jemss());
        return new("city", "City packages.") { Info(), import, CityImport.Check(), CityDiffCommand.Create(), Generate() };
    }

    private static Command Info()
    {
        var folder = new Argument<string>("folder") { Description = "A compiled package.", DefaultValueFactory = _ => "./data/city" };
        var command = new Command("info", "Counts, sources and licences of a package.") { folder };
        command.SetAction(parsed =>
        {
            using var city = CityPackage.Load(parsed.GetRequiredValue(folder));
            foreach (var line in CityDescription.Of(city.Manifest).Lines())
                Console.WriteLine(line);
            foreach (var line in city.Report?.Lines() ?? [])
                Console.WriteLine(line);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Jemss()
    {
        var input = new Argument<string>("input") { Description = "Folder of a JEMSS city model." };
        var output = new Option<string>("--out") { Description = "Folder to write; must not exist yet.", Required = true };
        var size = new Option<double?>("--cell-metres") { Description = "Cell size, 100 to 5,000 m." };
        var shape = CommonOptions.OneOf("--cells", "Shape of the cells.", "hexagons", "squares");
        var command = new Command("jemss", "From the files of a JEMSS city model: roads, stations, vehicles, demand.") { input, output, size, shape };
        command.SetAction(parsed =>
        {
            var folder = Fresh(parsed.GetRequiredValue(output));
            var options = new JemssOptions { CellMetres = parsed.GetValue(size), Shape = parsed.GetValue(shape) == "squares" ? CellShape.Square : CellShape.Hexagon };
            ProgressBar.Show("Importing", progress =>
                CityPackage.Save(JemssImport.Run(parsed.GetRequiredValue(input), options, progress), folder, progress));
            Console.WriteLine($"made {folder}");
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

    /// <summary>A folder that does not exist yet.</summary>
    public static string Fresh(string folder)
        => Path.Exists(folder) ? throw new CommandException(ExitCodes.Input, $"{folder} exists already; name a new folder.") : Path.GetFullPath(folder);
}
