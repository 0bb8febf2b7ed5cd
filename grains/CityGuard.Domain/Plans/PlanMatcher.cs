using CityGuard.Domain.Incidents;
using CityGuard.Domain.Targets;

namespace CityGuard.Domain.Plans;

/// <summary>Finds the plan for an incident: of those that match, the most specific.</summary>
public static class PlanMatcher
{
    /// <summary>The plan for an incident; null when none matches.</summary>
    /// <param name="plans">The city's plans.</param>
    /// <param name="type">Type of the incident.</param>
    /// <param name="severity">Its severity.</param>
    /// <param name="trade">Trade of the key target it happens in, null elsewhere.</param>
    /// <param name="grade">Grade of that target, null elsewhere.</param>
    /// <param name="duty">Key of the duty level in force there; null: not known, then no plan for a level matches.</param>
    public static PlanMatch? Match(
        IReadOnlyList<ResponsePlan> plans, string type, IncidentSeverity severity, string? trade, TargetGrade? grade = null, string? duty = null)
    {
        ResponsePlan? best = null;
        var others = 0;
        foreach (var plan in plans)
        {
            if (!Fits(plan, type, severity, trade, grade, duty))
                continue;
            if (best is not null)
                others++;
            if (best is null || Specificity(plan) > Specificity(best)
                || (Specificity(plan) == Specificity(best) && string.CompareOrdinal(plan.Id, best.Id) < 0))
                best = plan;
        }

        return best is null ? null : new PlanMatch(best, Why(best, type, severity, trade, grade, duty, others));
    }

    private static bool Fits(ResponsePlan plan, string type, IncidentSeverity severity, string? trade, TargetGrade? grade, string? duty)
        => (plan.Types.Count == 0 || plan.Types.Contains(type))
            && (plan.Severities.Count == 0 || plan.Severities.Contains(severity))
            && (plan.Trades.Count == 0 || (trade is not null && plan.Trades.Contains(trade)))
            && (plan.Grades.Count == 0 || (grade is { } of && plan.Grades.Contains(of)))
            && (plan.DutyLevels.Count == 0 || (duty is not null && plan.DutyLevels.Contains(duty)));

    /// <summary>
    /// How much a plan says of what it is for. In this order each outweighs all after it: trade of the place, its grade, type, severity, duty level.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <returns>0 (any incident) to 31.</returns>
    public static int Specificity(ResponsePlan plan)
        => (plan.Trades.Count > 0 ? 16 : 0) + (plan.Grades.Count > 0 ? 8 : 0) + (plan.Types.Count > 0 ? 4 : 0)
            + (plan.Severities.Count > 0 ? 2 : 0) + (plan.DutyLevels.Count > 0 ? 1 : 0);

    private static string Why(
        ResponsePlan plan, string type, IncidentSeverity severity, string? trade, TargetGrade? grade, string? duty, int others)
    {
        var reasons = new List<string>(5);
        if (plan.Trades.Count > 0)
            reasons.Add($"trade {trade}");
        if (plan.Grades.Count > 0)
            reasons.Add($"grade {grade}");
        if (plan.Types.Count > 0)
            reasons.Add($"type {type}");
        if (plan.Severities.Count > 0)
            reasons.Add($"severity {severity}");
        if (plan.DutyLevels.Count > 0)
            reasons.Add($"duty level {duty}");
        var asked = reasons.Count > 0 ? string.Join(", ", reasons) : "any incident";
        return others > 0 ? $"{plan.Id} is for {asked}; {others} less specific also matched" : $"{plan.Id} is for {asked}";
    }
}

/// <summary>A matched plan and why it was taken.</summary>
public sealed record PlanMatch(ResponsePlan Plan, string Why);
