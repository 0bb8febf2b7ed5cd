using System.CommandLine;
using System.Globalization;
using CityGuard.Cities.Package;
using CityGuard.Simulation.Demand;
using CityGuard.Simulation.Scenarios;

namespace CityGuard.Silo.Commands;

/// <summary><c>cityguard demand fit</c>: rates of calls from past records, drawn from cell to sector to district where records are few.</summary>
internal static class DemandCommand
{
    public static Command Create() => new("demand", "Calls that are to be expected.") { Fit() };

    private static Command Fit()
    {
        var city = new Option<string>("--city") { Description = "City package.", Required = true };
        var records = new Option<string>("--records") { Description = "Past incidents as CSV: time, type, severity, lat and lon or cell or target, onSceneSeconds.", Required = true };
        var scenario = new Option<string?>("--scenario") { Description = "Scenario that gets the fitted calls; else a new one." };
        var output = new Option<string>("--out") { Description = "Scenario file to write; must not exist yet.", Required = true };
        var command = new Command("fit", "Fits the calls of a scenario to past records, and says how well they foretell those held out.") { city, records, scenario, output };
        command.SetAction(parsed =>
        {
            using var package = CityPackage.Load(parsed.GetRequiredValue(city));
            var start = parsed.GetValue(scenario) is { } file ? ScenarioFile.Read(file) : new Scenario("fitted", package.Manifest.Hash);
            var path = CityCommand.Fresh(parsed.GetRequiredValue(output));
            using var text = File.Exists(parsed.GetRequiredValue(records)) ? File.OpenText(parsed.GetRequiredValue(records)) : throw new CommandException(ExitCodes.Input, $"there is no file {parsed.GetRequiredValue(records)}.");
            var (demand, shapes, report) = DemandFit.Fit(package, PastRecords.Read(text, package));
            File.WriteAllText(path, ScenarioJson.Write(start with { Demand = GivenDemands.Of(demand, package, shapes) }));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Records:N0} records over {report.Days:F1} days; a prior weighs {report.Strength.District:G3} (district), {report.Strength.Sector:G3} (sector), {report.Strength.Cell:G3} (cell) against 1"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"log-likelihood a call of the last {report.HeldOut:N0}, not seen by the fit that is judged: fitted {report.Fitted:F3}, each type by itself {report.ByType:F3}, cells alone {report.Raw:F3}, residents alone {report.Flat:F3}"));
            Console.WriteLine(shapes.Count > 0 ? $"{shapes.Count} types have a place and hours of their own" : "one place and hours for all types: by themselves they foretell no better");
            Console.WriteLine($"made {path}");
            return ExitCodes.Ok;
        });
        return command;
    }
}
