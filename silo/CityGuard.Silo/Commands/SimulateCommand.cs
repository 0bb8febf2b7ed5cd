using System.CommandLine;
using System.Globalization;
using CityGuard.Cities;
using CityGuard.Cities.Package;
using CityGuard.Silo.Hosting;
using CityGuard.Simulation.Reports;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard simulate</c>: plays scenarios of a city side by side and writes the answer with its intervals.</summary>
internal static class SimulateCommand
{
    public static Command Create()
    {
        var city = new Option<string>("--city") { Description = "City package.", Required = true };
        var scenarios = new Option<string[]>("--scenario") { Description = "Scenario file. Several are compared with the first; one alone with the present.", Required = true };
        var replications = new Option<int>("--replications") { Description = "Most replications, 2 to 100,000.", DefaultValueFactory = _ => 40 };
        var seed = new Option<ulong>("--seed") { Description = "Same seed, same answer.", DefaultValueFactory = _ => 1 };
        var output = new Option<string>("--out") { Description = "Folder to write; must not exist yet.", Required = true };
        var level = new Option<double>("--level") { Description = "Level of the intervals, e.g. 0.95.", DefaultValueFactory = _ => 0.95 };
        var half = new Option<double?>("--half-width") { Description = "Stop when the interval of the share within standard, or of its difference, is as narrow, e.g. 0.002." };
        var threads = new Option<int>("--threads") { Description = "Threads; 0: one for each core. The answer is the same.", DefaultValueFactory = _ => 0 };
        var language = CommonOptions.OneOf("--language", "Language of the report.", "en", "zh-CN");
        var alone = new Option<bool>("--alone") { Description = "Play one scenario without comparing it with the present." };
        var command = new Command("simulate", "Play what-if scenarios: an answer with its confidence interval.") { city, scenarios, replications, seed, output, level, half, threads, language, alone };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            parsed.GetRequiredValue(city),
            parsed.GetRequiredValue(scenarios),
            new RunOptions(parsed.GetRequiredValue(replications), parsed.GetRequiredValue(seed), parsed.GetRequiredValue(level), parsed.GetRequiredValue(threads), parsed.GetValue(half)),
            CityCommand.Fresh(parsed.GetRequiredValue(output)),
            parsed.GetRequiredValue(language),
            parsed.GetValue(alone),
            cancel)));
        return command;
    }

    private static int Run(string package, string[] files, RunOptions options, string folder, string language, bool alone, CancellationToken cancel)
    {
        using var city = CityPackage.Load(package);
        var at = new SimulationCity(city);
        var scenarios = files.Select(ScenarioFile.Read).ToList();
        if (scenarios.Count == 1 && !alone && scenarios[0].HasChanges)
            scenarios.Insert(0, scenarios[0].Present());
        Write(city, PreparedScenario.MakeAll(at, scenarios), options, folder, language, cancel);
        return ExitCodes.Ok;
    }

    /// <summary>Plays what is prepared, writes the answer into a new folder and says it in short.</summary>
    public static void Write(CityModel city, IReadOnlyList<PreparedScenario> prepared, RunOptions options, string folder, string language, CancellationToken cancel)
    {
        IReadOnlyList<PlayedScenario> played = [];
        try
        {
            RunProgressBar.Show(progress => played = ScenarioRun.Play(prepared, options, progress, cancel: cancel));
        }
        catch (ArgumentException error)
        {
            throw new CommandException(ExitCodes.Input, error.Message, error);
        }
        catch (OperationCanceledException error)
        {
            throw new CommandException(ExitCodes.Input, "cancelled; nothing was written.", error);
        }

        var answer = AnswerMaker.Make(city, played, options);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "answer.json"), AnswerFiles.ToJson(answer));
        File.WriteAllText(Path.Combine(folder, "figures.csv"), AnswerFiles.Figures(answer));
        File.WriteAllText(Path.Combine(folder, "responders.csv"), AnswerFiles.Responders(answer));
        File.WriteAllText(Path.Combine(folder, "map.geojson"), AnswerFiles.Map(city, played[^1], played.Count > 1 ? played[0] : null));
        File.WriteAllText(Path.Combine(folder, "report.html"), HtmlReport.Write(answer, language));
        foreach (var line in Lines(answer))
            Console.WriteLine(line);
        Console.WriteLine($"made {folder}");
    }

    private static IEnumerable<string> Lines(Answer answer)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{answer.City}: {answer.Replications} replications of {answer.Days:0.##} days, seed {answer.Seed}, intervals of {answer.Level:P0}");
        foreach (var scenario in answer.Scenarios)
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"  {scenario.Name}: within standard {scenario.Whole.Within.Mean:P2} +- {scenario.Whole.Within.Half:P2}, mean response {scenario.Whole.MeanResponse.Mean:F1} s +- {scenario.Whole.MeanResponse.Half:F1} s");
        foreach (var difference in answer.Differences)
        {
            var (within, mean) = (difference.Figures[0].Value, difference.Figures.First(f => f.Name == "meanResponse").Value);
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"  {difference.Of} against {difference.From}: within {within.Mean:+0.00%;-0.00%;0} +- {within.Half:0.00%}{(within.IsClear ? "" : " (not clear)")}, mean response {mean.Mean:+0.0;-0.0;0} s +- {mean.Half:F1} s{(mean.IsClear ? "" : " (not clear)")}");
        }
    }
}
