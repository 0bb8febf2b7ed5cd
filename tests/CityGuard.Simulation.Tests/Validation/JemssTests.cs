using System.Globalization;
using System.Text;
using CityGuard.Domain.Incidents;
using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Runs;
using CityGuard.Simulation.Scenarios;
using CityGuard.Simulation.Statistics;
using Shouldly;
using Xunit;

namespace CityGuard.Simulation.Tests.Validation;

/// <summary>Two published city models under their own rules, 40 replications of 250 days: the table of docs/validation.md, and one unit more or less.</summary>
public sealed class JemssTests(ITestOutputHelper output)
{
    private static readonly RunOptions Options = new(40, Seed: 20261130);

    [Theory]
    [InlineData("manhattan")]
    [InlineData("auckland")]
    public void Results_by_priority_and_what_one_unit_is_worth(string name)
    {
        var (city, scenario) = JemssPreset.Read(name);
        using var _ = city;
        var at = new SimulationCity(city);
        var first = city.Responders[0];
        var scenarios = new[]
        {
            scenario,
            scenario with { Name = "one more", Edits = [new AddEdit("new-", first.Kind, 1, first.Post, TurnoutSeconds: first.TurnoutSeconds, Capabilities: first.Capabilities)] },
            scenario with { Name = "one fewer", Edits = [new RemoveEdit([first.Id.Value])] },
        };
        var played = ScenarioRun.Play([.. scenarios.Select(s => PreparedScenario.Make(at, s))], Options, cancel: TestContext.Current.CancellationToken);

        var table = Table(name, played);
        output.WriteLine(table);
        ShouldBeDocumented(name, table);

        // On the same nights one unit more must help and one fewer must hurt, clearly, in each of these.
        var (more, fewer) = (played[1], played[2]);
        Difference(more, new MeanResponse(Dimension.All, 0)).High.ShouldBeLessThan(0);
        Difference(fewer, new MeanResponse(Dimension.All, 0)).Low.ShouldBeGreaterThan(0);
        Difference(more, Kept(IncidentSeverity.High)).Low.ShouldBeGreaterThan(0);
        Difference(fewer, Kept(IncidentSeverity.High)).High.ShouldBeLessThan(0);

        Estimate Difference(PlayedScenario of, Measure measure) => of.Difference(played[0], measure, Estimate.Corrected(0.95, 4));
    }

    private static ShareMeasure Kept(IncidentSeverity severity) => new(Dimension.Severity, (int)severity, Metric.ClocksKept, Metric.Clocked);

    private static string Table(string name, IReadOnlyList<PlayedScenario> played)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"| {name} | in time | mean response | 90 % |\n| --- | --- | --- | --- |\n");
        foreach (var scenario in played)
            foreach (var severity in (IncidentSeverity[])[IncidentSeverity.High, IncidentSeverity.Medium, IncidentSeverity.Low])
            {
                var kept = scenario.Estimate(Kept(severity), 0.95);
                if (kept.Count == 0)
                    continue;
                var mean = scenario.Estimate(new MeanResponse(Dimension.Severity, (int)severity), 0.95);
                var ninety = scenario.Estimate(new SeverityPercentile(severity, 2), 0.95);
                text.Append(CultureInfo.InvariantCulture, $"| {(scenario == played[0] ? "as published" : scenario.Scenario.Scenario.Name)}, {severity.ToString().ToLowerInvariant()} | {kept.Mean * 100:F2} % ± {kept.Half * 100:F2} | {mean.Mean:F1} s ± {mean.Half:F1} | {ninety.Mean:F0} s ± {ninety.Half:F0} |\n");
            }

        return text.ToString();
    }

    /// <summary>The documented figures are those that were counted: to the digit on the machine that wrote them, within the intervals on one whose logarithms end otherwise.</summary>
    private static void ShouldBeDocumented(string name, string table)
    {
        var documented = Documented();
        documented = documented[documented.IndexOf($"| {name} |", StringComparison.Ordinal)..];
        foreach (var row in table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2))
        {
            var known = documented.Split('\n').First(line => line.StartsWith(row.Split('|')[1].Insert(0, "|"), StringComparison.Ordinal));
            foreach (var (now, then) in Figures(row).Zip(Figures(known)))
                then.Mean.ShouldBe(now.Mean, (2 * now.Half) + 0.01, $"{name}: {row}");
        }
    }

    private static IEnumerable<(double Mean, double Half)> Figures(string row)
        => row.Split('|')[2..5].Select(cell => cell.Split('±').Select(part => double.Parse(part.Trim().Split(' ')[0], CultureInfo.InvariantCulture)).ToArray()).Select(pair => (pair[0], pair[1]));

    private static string Documented()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CityGuard.sln")))
            folder = folder.Parent;
        return File.ReadAllText(Path.Combine(folder!.FullName, "docs", "validation.md"));
    }
}
