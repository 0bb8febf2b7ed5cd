using System.CommandLine;
using CityGuard.Cities.Package;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard scenario new|check|diff|schema</c>: scenario files.</summary>
internal static class ScenarioCommand
{
    public static Command Create() => new("scenario", "What-if scenarios as files.") { New(), Check(), Diff(), Schema() };

    private static Option<string> City() => new("--city") { Description = "City package.", Required = true };

    private static Argument<string> File(string name) => new(name) { Description = "A scenario file." };

    private static Command New()
    {
        var (city, name) = (City(), new Option<string>("--name") { Description = "Its name.", Required = true });
        var output = new Option<string>("--out") { Description = "File to write; must not exist yet.", Required = true };
        var command = new Command("new", "A scenario that changes nothing yet, to be edited.") { city, name, output };
        command.SetAction(parsed =>
        {
            using var package = CityPackage.Load(parsed.GetRequiredValue(city));
            var file = CityCommand.Fresh(parsed.GetRequiredValue(output));
            System.IO.File.WriteAllText(file, ScenarioJson.Write(new Scenario(parsed.GetRequiredValue(name), package.Manifest.Hash)));
            Console.WriteLine($"made {file}");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Check()
    {
        var (file, city) = (File("file"), City());
        var command = new Command("check", "Say everything that is wrong with a scenario for a city.") { file, city };
        command.SetAction(parsed =>
        {
            using var package = CityPackage.Load(parsed.GetRequiredValue(city));
            var scenario = ScenarioFile.Read(parsed.GetRequiredValue(file));
            PreparedScenario.Make(new SimulationCity(package), scenario);
            Console.WriteLine($"{scenario.Name}: {scenario.Edits.Count} edits, no problems");
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Diff()
    {
        var (before, after) = (File("a"), File("b"));
        var command = new Command("diff", "What differs between two scenarios, line by line.") { before, after };
        command.SetAction(parsed =>
        {
            foreach (var line in ScenarioDiff.Lines(ScenarioFile.Read(parsed.GetRequiredValue(before)), ScenarioFile.Read(parsed.GetRequiredValue(after))))
                Console.WriteLine(line);
            return ExitCodes.Ok;
        });
        return command;
    }

    private static Command Schema()
    {
        var command = new Command("schema", "The JSON schema of scenario files.");
        command.SetAction(_ =>
        {
            Console.Write(ScenarioJson.Schema());
            return ExitCodes.Ok;
        });
        return command;
    }
}

/// <summary>Reads scenario files for commands.</summary>
internal static class ScenarioFile
{
    private const int MostBytes = 64 << 20;

    /// <exception cref="CommandException">There is no such file, or it is too large for a scenario.</exception>
    public static Scenario Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new CommandException(ExitCodes.Input, $"there is no file {path}.");
        if (file.Length > MostBytes)
            throw new CommandException(ExitCodes.Input, $"{path} is larger than {MostBytes >> 20} MiB: that is no scenario.");
        return ScenarioJson.Read(File.ReadAllText(path));
    }
}
