using System.CommandLine;
using CityGuard.Cities.Import;
using CityGuard.Cities.Package;
using CityGuard.Simulation.Scenarios;
using CityGuard.Storage;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard</c>: the host, and the commands around it. Parses, runs and turns every known fault into one line and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>How long a command that was told to end may take; a whole city needs more than the usual two seconds.</summary>
    private static readonly TimeSpan Ending = TimeSpan.FromSeconds(30);

    /// <param name="change">What somebody who starts this host from his own program changes in it; the command itself changes nothing.</param>
    public static RootCommand Create(Action<IServiceCollection>? change = null)
    {
        var root = RunCommand.Create(change);
        foreach (var room in (Command[])[CityCommand.Create(), SimulateCommand.Create(), OptimiseCommand.Create(), BacktestCommand.Create(), DemandCommand.Create(), ScenarioCommand.Create(), KeyCommand.Create(), UserCommand.Create(), LinkCommand.Create(), JournalCommand.Create(), VaultCommand.Create()])
            root.Subcommands.Add(room);
        return root;
    }

    public static async Task<int> Run(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
            return Fail(ExitCodes.Input, string.Join(" ", parsed.Errors.Select(e => e.Message)).ReplaceLineEndings(" "));
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = Ending });
        }
        catch (Exception e) when (Explain(e) is { } line)
        {
            return Fail(line.Code, line.Text);
        }
    }

    private static (int Code, string Text)? Explain(Exception e) => e switch
    {
        CommandException c => (c.ExitCode, Line(c)),
        CityInputException or CityPackageException or FormatException => (ExitCodes.Input, Line(e)),
        ScenarioException wrong => (ExitCodes.Input, string.Join('\n', wrong.Problems)),
        StorageException => (ExitCodes.Environment, Line(e)),
        UnauthorizedAccessException or IOException => (ExitCodes.Environment, Line(e)),
        _ => null,
    };

    private static string Line(Exception e) => e.Message.ReplaceLineEndings(" ");

    private static int Fail(int code, string text)
    {
        foreach (var line in text.Split('\n'))
            Console.Error.WriteLine($"cityguard: {line}");
        return code;
    }
}
