using CityGuard.Domain.Incidents;

namespace CityGuard.Domain.Plans;

/// <summary>Finds the plan for an incident: of those that match, the most specific.</summary>
public static class PlanMatcher
{
    /// <summary>The plan for an incident; null when none matches.</summary>
    /// <param name="plans">The city's plans.</param>
    /// <param name="type">Type of the incident.</param>
    /// <param name="severity">Its severity.</param>
    /// <param name="trade">Trade of the key target it happens in, null elsewhere.</param>
    public static PlanMatch? Match(IReadOnlyList<ResponsePlan> plans, string type, IncidentSeverity severity, string? trade)
    {
        ResponsePlan? best = null;
        var others = 0;
        foreach (var plan in plans)
        {
            if (!Fits(plan, type, severity, trade))
                continue;
            if (best is not null)
                others++;
            if (best is null || Specificity(plan) > Specificity(best)
                || (Specificity(plan) == Specificity(best) && string.CompareOrdinal(plan.Id, best.Id) < 0))
                best = plan;
        }

        return best is null ? null : new PlanMatch(best, Why(best, type, severity, trade, others));
    }

    private static bool Fits(ResponsePlan plan, string type, IncidentSeverity severity, string? trade)
        => (plan.Types.Count == 0 || plan.Types.Contains(type))
            && (plan.Severities.Count == 0 || plan.Severities.Contains(severity))
            && (plan.Trades.Count == 0 || (trade is not null && plan.Trades.Contains(trade)));

    /// <summary>A named place says more than a named type, and that more than a severity.</summary>
    private static int Specificity(ResponsePlan plan)
        => (plan.Trades.Count > 0 ? 4 : 0) + (plan.Types.Count > 0 ? 2 : 0) + (plan.Severities.Count > 0 ? 1 : 0);

    private static string Why(ResponsePlan plan, string type, IncidentSeverity severity, string? trade, int others)
    {
        var reasons = new List<string>(3);
        if (plan.Trades.Count > 0)
            reasons.Add($"trade {trade}");
        if (plan.Types.Count > 0)
            reasons.Add($"type {type}");
        if (plan.Severities.Count > 0)
            reasons.Add($"severity {severity}");
        var asked = reasons.Count > 0 ? string.Join(", ", reasons) : "any incident";
        return others > 0 ? $"{plan.Id} is for {asked}; {others} less specific also matched" : $"{plan.Id} is for {asked}";
    }
}

/// <summary>A matched plan and why it was taken.</summary>
public sealed record PlanMatch(ResponsePlan Plan, string Why);
