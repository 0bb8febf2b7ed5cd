using System.CommandLine;
using System.Globalization;
using CityGuard.Cities.Package;
using CityGuard.Silo.Hosting;
using CityGuard.Simulation.Optimise;
using CityGuard.Simulation.Reports;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard optimise</c>: where to place or move responders, with the proven gap, and a race of suggestions by simulation.</summary>
internal static class OptimiseCommand
{
    private static readonly Dictionary<string, PlacementGoal> Goals = new()
    {
        ["expected-coverage"] = PlacementGoal.ExpectedCoverage, ["coverage"] = PlacementGoal.Coverage, ["mean-time"] = PlacementGoal.MeanTime, ["worst-district"] = PlacementGoal.WorstDistrict,
    };

    public static Command Create()
    {
        var city = new Option<string>("--city") { Description = "City package.", Required = true };
        var scenario = new Option<string?>("--scenario") { Description = "Scenario to start from; else the city as it is." };
        var kind = new Option<string>("--kind") { Description = "Kind of responder to place, e.g. patrolGroup.", Required = true };
        var moves = new Option<int>("--moves") { Description = "How many may be moved." };
        var add = new Option<int>("--add") { Description = "How many are added." };
        var goal = CommonOptions.OneOf("--goal", "What is to be as good as possible.", [.. Goals.Keys]);
        var ring = new Option<int?>("--ring") { Description = "Ring in seconds; else the standard of each cell." };
        var busy = new Option<double>("--busy") { Description = "Share of time a responder is busy.", DefaultValueFactory = _ => 0.3 };
        var seconds = new Option<double>("--seconds") { Description = "Longest search.", DefaultValueFactory = _ => 5 };
        var exact = new Option<bool>("--exact") { Description = "Let an exact solver go on from there, as long again." };
        var race = new Option<int>("--race") { Description = "Play the suggestions of all goals against each other in so many replications." };
        var seed = new Option<ulong>("--seed") { Description = "Seed of the race.", DefaultValueFactory = _ => 1 };
        var output = new Option<string>("--out") { Description = "Scenario file to write; must not exist yet.", Required = true };
        var command = new Command("optimise", "Where to place or move responders, with a proven gap.") { city, scenario, kind, moves, add, goal, ring, busy, seconds, exact, race, seed, output };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            parsed.GetRequiredValue(city),
            parsed.GetValue(scenario),
            new PlacementOrder(
                parsed.GetRequiredValue(kind), Goals[parsed.GetRequiredValue(goal)], parsed.GetValue(moves), parsed.GetValue(add), parsed.GetValue(ring), parsed.GetValue(busy), Seconds: parsed.GetValue(seconds),
                Exact: parsed.GetValue(exact)),
            new RunOptions(parsed.GetValue(race), parsed.GetValue(seed)),
            CityCommand.Fresh(parsed.GetRequiredValue(output)),
            cancel)));
        return command;
    }

    private static int Run(string package, string? file, PlacementOrder order, RunOptions race, string output, CancellationToken cancel)
    {
        using var city = CityPackage.Load(package);
        var at = new SimulationCity(city);
        var start = file is null ? new Scenario("present", city.Manifest.Hash) : ScenarioFile.Read(file);
        var suggestion = race.Replications > 0 ? Race(at, start, order, race, cancel) : PlacementPlanner.Suggest(at, start, order, cancel: cancel);
        Say(suggestion);
        File.WriteAllText(output, ScenarioJson.Write(suggestion.Scenario));
        Console.WriteLine($"made {output}");
        return ExitCodes.Ok;
    }

    private static Suggestion Race(SimulationCity at, Scenario start, PlacementOrder order, RunOptions options, CancellationToken cancel)
    {
        if (options.Replications is < 2 or > 100_000)
            throw new CommandException(ExitCodes.Input, $"--race takes 2 to 100,000 replications, not {options.Replications}.");
        SuggestionRace? race = null;
        RunProgressBar.Show(progress => race = SuggestionRace.Run(at, start, order, options, progress, cancel: cancel));
        var answer = AnswerMaker.Make(at.City, race!.Played, options);
        for (var i = 0; i < answer.Scenarios.Count; i++)
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {(i - 1 == race.Winner ? "*" : " ")} {answer.Scenarios[i].Name}: within standard {answer.Scenarios[i].Whole.Within.Mean:P2} +- {answer.Scenarios[i].Whole.Within.Half:P2}, mean response {answer.Scenarios[i].Whole.MeanResponse.Mean:F1} s"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  the best gains {race.Gain.Mean:+0.00%;-0.00%;0} +- {race.Gain.Half:0.00%}{(race.Gain.IsClear ? "" : " (not clear)")}"));
        return race.Suggestions[race.Winner];
    }

    private static void Say(Suggestion suggestion)
    {
        var isTime = suggestion.Goal == PlacementGoal.MeanTime;
        Console.WriteLine($"{suggestion.Goal}: {Text(suggestion.Before)} -> {Text(suggestion.After)}, no placement is better than {Text(suggestion.Bound)} (gap {suggestion.Gap.ToString("P2", CultureInfo.InvariantCulture)})");
        foreach (var step in suggestion.Steps)
            Console.WriteLine($"  {step.Who ?? "new"}: {(step.From is null ? "" : step.From + " -> ")}{step.To}, gain {(isTime ? step.Gain.ToString("F2", CultureInfo.InvariantCulture) + " s" : step.Gain.ToString("P3", CultureInfo.InvariantCulture))}");

        string Text(double value) => isTime ? value.ToString("F1", CultureInfo.InvariantCulture) + " s" : value.ToString("P2", CultureInfo.InvariantCulture);
    }
}
