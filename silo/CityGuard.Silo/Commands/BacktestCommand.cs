using System.CommandLine;
using System.Globalization;
using CityGuard.Cities;
using CityGuard.Cities.Package;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Simulation.Backtest;
using CityGuard.Simulation.Demand;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;
using CityGuard.Storage;
using CityGuard.Storage.Reading;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard backtest</c>: past incidents, of the live journal or a file, under another deployment, plan or policy; and every recorded decision decided again.</summary>
internal static class BacktestCommand
{
    public static Command Create()
    {
        var city = new Option<string>("--city") { Description = "City package.", Required = true };
        var records = new Option<string?>("--records") { Description = "Past incidents as CSV: time, type, severity, lat and lon or cell or target, onSceneSeconds." };
        var data = new Option<string?>("--data") { Description = "Data folder of a live city: its own incidents and decisions." };
        var scenario = new Option<string>("--scenario") { Description = "Scenario to try them under.", Required = true };
        var replications = new Option<int>("--replications") { Description = "Replications: the times of crews are chance.", DefaultValueFactory = _ => 20 };
        var seed = new Option<ulong>("--seed") { Description = "Same seed, same answer.", DefaultValueFactory = _ => 1 };
        var output = new Option<string>("--out") { Description = "Folder to write; must not exist yet.", Required = true };
        var command = new Command("backtest", "Past incidents under another deployment: the paired difference, and the regret of each.") { city, records, data, scenario, replications, seed, output };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            parsed.GetRequiredValue(city), parsed.GetValue(records), parsed.GetValue(data), parsed.GetRequiredValue(scenario),
            new RunOptions(parsed.GetValue(replications), parsed.GetValue(seed)), CityCommand.Fresh(parsed.GetRequiredValue(output)), cancel)));
        return command;
    }

    private static int Run(string package, string? records, string? data, string file, RunOptions options, string folder, CancellationToken cancel)
    {
        if (records is null == data is null)
            throw new CommandException(ExitCodes.Input, "name past incidents either as a file (--records) or as the data folder of a live city (--data).");
        using var city = CityPackage.Load(package);
        var at = new SimulationCity(city);
        var journal = data is null ? [] : PastIncidents.Read(new DataFolder(data)).ToArray();
        var past = records is null ? Of(journal, city) : ReadFile(records, city);
        if (past.Count == 0)
            throw new CommandException(ExitCodes.Input, "there are no past incidents.");
        var other = PastNights.Of(ScenarioFile.Read(file), city, past);
        var present = PastNights.Of(other.Present(), city, past);
        var prepared = PreparedScenario.MakeAll(at, [present, other]);
        SimulateCommand.Write(city, prepared, options, folder, "en", cancel);
        var regrets = PastNights.Regrets(prepared[0], prepared[1], Math.Min(10, options.Replications), options.Seed, cancel);
        File.WriteAllLines(Path.Combine(folder, "incidents.csv"), Regrets(past, regrets, city));
        if (journal.Length > 0)
            Decisions(journal, city, other, folder);
        return ExitCodes.Ok;
    }

    private static IReadOnlyList<PastRecord> ReadFile(string path, CityModel city)
    {
        if (!File.Exists(path))
            throw new CommandException(ExitCodes.Input, $"there is no file {path}.");
        using var text = File.OpenText(path);
        return PastRecords.Read(text, city);
    }

    private static List<PastRecord> Of(IEnumerable<(IncidentId Id, IReadOnlyList<IncidentEvent> Events)> journal, CityModel city)
    {
        var past = new List<PastRecord>();
        foreach (var (_, events) in journal)
        {
            if (events.OfType<Opened>().FirstOrDefault() is not { } opened || !city.TryCell(opened.Report.Cell.Value, out var cell))
                continue;
            var progress = events.OfType<ProgressRecorded>().ToArray();
            var (there, done) = (progress.FirstOrDefault(p => p.Progress == AssignmentProgress.OnScene)?.HappenedAt, progress.LastOrDefault(p => p.Progress == AssignmentProgress.Cleared)?.HappenedAt);
            past.Add(new PastRecord(
                opened.ReceivedAt, opened.Report.Type, opened.Report.Severity, cell, opened.Report.Target is { } target && city.TryTarget(target.Value, out var index) ? index : -1,
                done > there ? (done - there).Value.TotalSeconds : null));
        }

        past.Sort((a, b) => a.At.CompareTo(b.At));
        return past;
    }

    private static IEnumerable<string> Regrets(IReadOnlyList<PastRecord> past, IReadOnlyList<IncidentRegret> regrets, CityModel city)
        => regrets.OrderByDescending(r => double.IsNaN(r.RegretSeconds) ? double.MinValue : r.RegretSeconds).Select(r => string.Create(
            CultureInfo.InvariantCulture,
            $"{past[r.Record].At:O},{past[r.Record].Type},{past[r.Record].Severity.ToString().ToLowerInvariant()},{city.Cells.Id(past[r.Record].Cell)},{Number(r.BeforeSeconds)},{Number(r.AfterSeconds)},{Number(r.RegretSeconds)}"))
            .Prepend("time,type,severity,cell,beforeSeconds,afterSeconds,regretSeconds");

    private static string Number(double value) => double.IsNaN(value) ? "" : value.ToString("F1", CultureInfo.InvariantCulture);

    /// <summary>Every recorded decision again: by the live rule it must be the same, and by the scenario's rule it may be another.</summary>
    private static void Decisions((IncidentId Id, IReadOnlyList<IncidentEvent> Events)[] journal, CityModel city, Scenario scenario, string folder)
    {
        var replay = new DecisionReplay(city);
        SelectRule? rule = scenario.Policy.Dispatch == Simulation.Engine.DispatchRule.Layered ? new LayeredSelect(PolicyLayers.Of(scenario.Policy, city.Rules)).Select : null;
        var lines = new List<string> { "incident,role,at,same,recorded,chosen,regretSeconds" };
        var (count, same) = (0, 0);
        foreach (var (id, events) in journal)
            foreach (var decided in events.OfType<Decided>())
            {
                count++;
                same += replay.Replay(decided).IsSame ? 1 : 0;
                var other = replay.Replay(decided, rule);
                lines.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{id},{decided.Role},{decided.At:O},{(other.IsSame ? "yes" : "no")},{string.Join(' ', decided.Chosen)},{string.Join(' ', other.Chosen)},{(other.RegretSeconds is { } regret ? regret.ToString("F1", CultureInfo.InvariantCulture) : "")}"));
            }

        File.WriteAllLines(Path.Combine(folder, "decisions.csv"), lines);
        Console.WriteLine($"{count:N0} recorded decisions, {same:N0} the same again by the live rule from their recorded inputs");
    }
}
