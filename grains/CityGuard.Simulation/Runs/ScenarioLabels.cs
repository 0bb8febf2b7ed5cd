using CityGuard.Cities;
using CityGuard.Simulation.Engine;
using CityGuard.Simulation.Scenarios;

namespace CityGuard.Simulation.Runs;

/// <summary>What the groups of a scenario's figures are called, by index.</summary>
/// <param name="Standards">Standard, with the duty level that draws it closer.</param>
/// <param name="Classes">Kind and class of responder.</param>
/// <param name="Sectors">Sector ids.</param>
/// <param name="Calls">Type and severity.</param>
/// <param name="Cells">Cell ids.</param>
/// <param name="Targets">Target ids.</param>
/// <param name="Responders">Responder ids.</param>
public sealed record ScenarioLabels(
    IReadOnlyList<string> Standards,
    IReadOnlyList<string> Classes,
    IReadOnlyList<string> Sectors,
    IReadOnlyList<string> Calls,
    IReadOnlyList<string> Cells,
    IReadOnlyList<string> Targets,
    IReadOnlyList<string> Responders)
{
    /// <summary>Name of a group.</summary>
    public string Of(Dimension dimension, int key) => dimension switch
    {
        Dimension.Severity => Camel(((Domain.Incidents.IncidentSeverity)key).ToString()),
        Dimension.Ring => Standards[key],
        Dimension.Grade => key == 0 ? "none" : key.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Dimension.Class => Classes[key],
        Dimension.Sector => Sectors[key],
        Dimension.Call => Calls[key],
        Dimension.Hour => $"{((DayOfWeek)(((key / 24) + 1) % 7)).ToString()[..3]} {key % 24:00}:00",
        _ => "all",
    };

    internal static ScenarioLabels Of(CityModel city, Deployment deployment, World world, IReadOnlyList<string> classes) => new(
        [.. deployment.Standards.SelectMany(s => city.Rules.Duty.Select((level, i) => i == 0 ? s.Id : $"{s.Id} (duty {level.Level})"))],
        classes.Count == 0 ? ["none"] : classes,
        [.. city.Cells.Sectors.Select(s => city.Areas[s.Area].Id.Value)],
        [.. world.Calls.Select(c => $"{c.Type} {Camel(c.Severity.ToString())}")],
        [.. city.Cells.Ids.Select(id => id.Value)],
        [.. city.Targets.Select(t => t.Id.Value)],
        [.. world.Units.Select(u => u.Id)]);

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
