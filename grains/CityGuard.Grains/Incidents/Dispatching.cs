using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Plans;
using CityGuard.Grains.Hosting;
using CityGuard.Grains.Sectors;

namespace CityGuard.Grains.Incidents;

/// <summary>What was chosen for one role.</summary>
/// <param name="Mode">How much of it goes by itself; only what is automatic is sent.</param>
/// <param name="Reach">How far away was looked.</param>
/// <param name="Partners">Whose forces neighbour cities could send, where it comes to that.</param>
/// <param name="IsComplete">False: a board did not answer, so that too few found means nothing yet.</param>
internal sealed record RoleDecision(PlanRole Role, Requirement Wanted, Selection Selection, DispatchMode Mode, Reach Reach, bool IsComplete, IReadOnlyList<PartnerOffer> Partners)
{
    public bool Sent => Mode == DispatchMode.Automatic;
}

/// <summary>The facts of one round of dispatch.</summary>
internal static class Dispatching
{
    /// <summary>
    /// The clocks that were due, every decision with its inputs, a request for each one sent, the wider reach of the roles that stayed short for too long, the
    /// neighbour city that is to be asked, and the clock of the next try for the others that did.
    /// A recommendation that a person has not answered yet is not made again.
    /// </summary>
    public static IncidentEvent[] Facts(
        CityIndex index, DispatchOptions options, IncidentCourse course, ResponsePlan plan, IReadOnlyList<RoleDecision> decisions, DateTimeOffset now)
    {
        var (facts, stamp, requests, asks, isShort) = (new List<IncidentEvent>(), course.Stamp(now), 0, 0, new List<string>());
        var nextTry = stamp + options.Retry(course.Retries);
        facts.AddRange(course.Clocks.Where(clock => clock.Due <= now).Select(due => new ClockFired(due.Id, stamp)));
        foreach (var decision in decisions)
        {
            var (role, wanted, selection, mode, reach, isComplete, partners) = decision;
            var sent = decision.Sent;
            if (RecommendationRules.Stands(course, role.Role, mode))
                continue;
            var cause = IncidentProcedure.Cause(course, role.Role, now);
            facts.Add(DecisionRecords.Record(index, selection, wanted, plan, role, cause, mode, reach, stamp));
            if (selection.Chosen.Length < wanted.Count)
            {
                var widens = Reaching.WidensAt(course, plan, role.Role, PartnerRules.Fit(index.City.Rules.Partners, role).Any() ? Reach.Partner : Reach.City, now);
                if (reach == Reach.Partner && isComplete && PartnerRules.Ask(course, role.Role, wanted.Count - selection.Chosen.Length, partners, now) is { } ask)
                    facts.Add(ask with { Number = ask.Number + asks++ });
                if (widens <= stamp && isComplete)
                    facts.Add(Reaching.Widen(course, role.Role, selection.Chosen.Length, wanted.Count, now));
                else
                    isShort.Add(role.Role);
                if (widens > stamp && widens < nextTry)
                    nextTry = widens.Value;
            }

            if (!sent)
                continue;
            var chosen = selection.Chosen.Select(c => DecisionRecords.Record(index, c, Verdict.Chosen, wanted)).ToArray();
            facts.AddRange(IncidentProcedure.Requests(course, requests, role.Role, chosen, now));
            requests += chosen.Length;
        }

        if (isShort.Count > 0)
            facts.Add(new ClockSet($"retry-{course.Retries + 1}", nextTry, stamp, isShort));
        return [.. facts];
    }
}
