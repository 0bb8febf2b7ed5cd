using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Plans;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Sectors;

namespace CityGuard.Grains.Incidents;

/// <summary>What the board chose for one role.</summary>
/// <param name="Mode">How much of it goes by itself; only what is automatic is sent.</param>
internal sealed record RoleDecision(PlanRole Role, Requirement Wanted, Selection Selection, DispatchMode Mode)
{
    public bool Sent => Mode == DispatchMode.Automatic;
}

/// <summary>The facts of one round of dispatch.</summary>
internal static class Dispatching
{
    /// <summary>
    /// The clocks that were due, every decision with its inputs, a request for each one sent, and the clock of the next try for the roles that stay short.
    /// A recommendation that a person has not answered yet is not made again.
    /// </summary>
    public static IncidentEvent[] Facts(
        CityIndex index, DispatchOptions options, IncidentCourse course, ResponsePlan plan, IReadOnlyList<RoleDecision> decisions, DateTimeOffset now)
    {
        var (facts, stamp, requests, isShort) = (new List<IncidentEvent>(), course.Stamp(now), 0, new List<string>());
        facts.AddRange(course.Clocks.Where(clock => clock.Due <= now).Select(due => new ClockFired(due.Id, stamp)));
        foreach (var decision in decisions)
        {
            var (role, wanted, selection, mode) = decision;
            var sent = decision.Sent;
            if (RecommendationRules.Stands(course, role.Role, mode))
                continue;
            var cause = IncidentProcedure.Cause(course, role.Role, now);
            if (selection.Chosen.Length < wanted.Count)
                isShort.Add(role.Role);
            facts.Add(DecisionRecords.Record(index, selection, wanted, plan.Id, role, cause, mode, stamp));
            if (!sent)
                continue;
            var chosen = selection.Chosen.Select(c => DecisionRecords.Record(index, c, Verdict.Chosen, wanted)).ToArray();
            facts.AddRange(IncidentProcedure.Requests(course, requests, role.Role, chosen, now));
            requests += chosen.Length;
        }

        if (isShort.Count > 0)
            facts.Add(new ClockSet($"retry-{course.Retries + 1}", stamp + options.Retry(course.Retries), stamp, isShort));
        return [.. facts];
    }
}
