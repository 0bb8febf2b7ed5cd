using System.Globalization;
using System.Text.Json;
using CityGuard.Cities.Package;
using CityGuard.Cities.Rules;
using CityGuard.Domain.Areas;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Readiness;

namespace CityGuard.Cities.Import;

/// <summary>
/// Rules of an ambulance city: its kind and duty from <c>ambulance-rules.json</c>, its standards and plans from the files.
/// </summary>
/// <remarks>
/// The files count target times from the call (Manhattan 8 and 10.5 minutes, Auckland 8 and 20), and so do the clocks of the plans.
/// Rings say who would come in time if he were alerted now, so the dispatch delay (2.5 minutes; 50 seconds) is taken off: 8:00 - 2:30 = 330 s
/// for Manhattan, 8:00 - 0:50 = 430 s for Auckland. That is <c>coverTime</c> of <c>demand_coverage_1.csv</c>. A crew turns out at once in this model.
/// </remarks>
internal static class JemssRules
{
    public const string Kind = "ambulance";

    /// <summary>Standard of every cell: that of the gravest calls. Calmer ones have their longer clock in their plan.</summary>
    public const string CellStandard = "priority-high";

    public static CityRules Make(JemssService service, int outermostSeconds)
    {
        using var stream = typeof(JemssRules).Assembly.GetManifestResourceStream("CityGuard.Cities.Import.ambulance-rules.json")
            ?? throw new InvalidOperationException("The ambulance rules are not in the assembly.");
        var rules = JsonSerializer.Deserialize(stream, CityJson.Default.CityRules)!;
        return rules with
        {
            IncidentTypes = DefaultRules.Read().IncidentTypes,
            Standards = [.. service.Priorities.Select(p => Standard(p, outermostSeconds))],
            Plans = [.. rules.Plans, .. service.Priorities.Select(Plan), Plan(service.Priorities[^1]) with { Id = "default", Severities = [] }],
        };
    }

    private static ResponseStandard Standard(JemssPriority priority, int outermostSeconds)
    {
        var minutes = (priority.TargetSeconds / 60).ToString("0.#", CultureInfo.InvariantCulture);
        return new ResponseStandard(
            "priority-" + priority.Key,
            new BilingualName($"自来电起 {minutes} 分钟", $"{minutes} minutes from the call ({priority.Key} priority)"),
            [new ResponseRing((int)priority.CoverSeconds, [Kind], 1, 1)],
            outermostSeconds);
    }

    private static ResponsePlan Plan(JemssPriority priority)
        => new("priority-" + priority.Key, [], priority.Serves, [], [new PlanRole("primary", [Kind], [], 1, (int)priority.TargetSeconds, ClockStart.Receipt)], null);
}
