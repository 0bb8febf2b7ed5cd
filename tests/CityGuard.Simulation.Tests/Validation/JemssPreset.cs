using System.Globalization;
using System.Xml.Linq;
using CityGuard.Cities;
using CityGuard.Cities.Import;
using CityGuard.Domain.Geography;
using CityGuard.Domain.Incidents;
using CityGuard.Simulation.Chance;
using CityGuard.Simulation.Scenarios;
using CityGuard.Tests.Shared;

namespace CityGuard.Simulation.Tests.Validation;

/// <summary>A JEMSS city under JEMSS's own rules, read from its files: redispatch of low and medium calls for high ones, transport to hospital, slow ways back, head of the queue for whoever is free.</summary>
internal static class JemssPreset
{
    private const double SecondsPerDay = 86_400;

    public static (CityModel City, Scenario Scenario) Read(string name)
    {
        var folder = SharedData.Require("cities", name);
        var draft = JemssImport.Run(folder, new JemssOptions());
        var city = new CityModel(draft.Manifest with { Hash = "jemss-" + name }, draft.Parts);
        var calls = XDocument.Load(Path.Combine(folder, "gen_config.xml")).Descendants("callDistributions").Single();
        var modes = Rows(folder, "travel_1.csv", "travelModes").Select(r => Number(r[1])).ToArray();
        var sets = Rows(folder, "travel_1.csv", "travelSets").Select(r => (Priority: r[1], Mode: (int)Number(r[2]))).ToArray();
        var scenario = new Scenario(name, city.Manifest.Hash)
        {
            Time = new ScenarioTime(0, 250, 24),
            Policy = new ScenarioPolicy { Redispatch = true },
            Service = new ServiceTimes
            {
                Processing = Distribution.Constant(Argument(calls, "dispatchDelay") * SecondsPerDay),
                TurnoutCv = 0,
                OnScene = new Distribution(DistributionShape.Exponential, 0),
                TargetShare = 0,
                CalmFactor = modes[0] / modes[1],
                CalmBelow = sets.Any(s => s.Priority == "lowPriority" && s.Mode == 2) ? sets.Any(s => s.Priority == "medPriority" && s.Mode == 2) ? IncidentSeverity.High : IncidentSeverity.Medium : null,
                Transport = new TransportTimes(
                    Argument(calls, "transport"),
                    [.. Rows(folder, "hospitals_1.csv", "hospitals").Select(r => new GeoPoint(Number(r[1]), Number(r[2])))],
                    new Distribution(DistributionShape.Exponential, Argument(calls, "handoverDuration") * SecondsPerDay)),
            },
        };
        return (city, scenario);
    }

    /// <summary>First argument of a distribution like <c>Exponential(12/60/24)</c>.</summary>
    private static double Argument(XElement calls, string name)
    {
        var text = calls.Element(name)!.Value;
        var inner = text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..].Split(',', ')')[0];
        return inner.Split('/').Select(Number).Aggregate((a, b) => a / b);
    }

    private static IEnumerable<string[]> Rows(string folder, string file, string table)
        => File.ReadLines(Path.Combine(folder, file)).SkipWhile(l => !l.StartsWith(table + ",", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(l => l.Length > 0 && l[0] != ',').Select(l => l.Split(','));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
