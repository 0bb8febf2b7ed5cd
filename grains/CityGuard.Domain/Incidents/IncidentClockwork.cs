using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;

namespace CityGuard.Domain.Incidents;

/// <summary>
/// The clocks that follow from what is recorded and from the plan: their due times need no fact of their own, so a restart finds the same ones, and
/// what a clock does when it is due is a fact, so none does it twice. Clocks of the next try are set by facts: see <see cref="IncidentCourse.Clocks"/>.
/// </summary>
public static class IncidentClockwork
{
    /// <summary>The clocks that run now, in no order. Ids: <c>accept-OP</c>, <c>receipt-OP</c>, <c>confirm-ROLE-n</c>.</summary>
    public static IEnumerable<DueClock> Running(IncidentCourse course, ResponsePlan? plan)
    {
        if (plan is null || course.Phase != IncidentPhase.Open)
            yield break;
        foreach (var held in course.Assignments)
        {
            if (held is not { Phase: AssignmentPhase.Granted, Progress: null, AnsweredAt: { } granted })
                continue;
            if (plan.Clocks.AcceptSeconds is { } accept)
                yield return new DueClock($"accept-{held.Op}", granted.AddSeconds(accept), [held.Role]);
            if (plan.Clocks.ReceiptSeconds is { } receipt && held.Receipt is { GivenAt: null, OutOfReach: false })
                yield return new DueClock($"receipt-{held.Op}", (held.Receipt.SentAt ?? granted).AddSeconds(receipt), [held.Role]);
        }

        if (plan.Clocks.ConfirmSeconds is { } confirm)
            foreach (var role in course.Advised)
                if (!course.Unconfirmed.Contains(role) && RecommendationRules.Waiting(course, role) is { Mode: DispatchMode.Recommend } waiting)
                    yield return new DueClock($"confirm-{role}-{1 + course.Decisions.IndexOf(waiting)}", waiting.At.AddSeconds(confirm), [role]);
    }

    /// <summary>The clock that is due, the earliest first; null: none is.</summary>
    public static DueClock? Due(IncidentCourse course, ResponsePlan? plan, DateTimeOffset now)
        => Running(course, plan).Where(clock => clock.Due <= now).OrderBy(clock => clock.Due).ThenBy(clock => clock.Id, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>When the next one is due; null: none runs.</summary>
    public static DateTimeOffset? NextDue(IncidentCourse course, ResponsePlan? plan) => Running(course, plan).Min(clock => (DateTimeOffset?)clock.Due);

    /// <summary>What a clock does when it is due; nothing when its matter was settled meanwhile.</summary>
    /// <param name="course">The incident.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="channels">The channels that a crew has.</param>
    /// <param name="now">The moment.</param>
    public static Decision<IncidentEvent> Fire(
        IncidentCourse course, ResponsePlan plan, DueClock clock, Func<ResponderId, IReadOnlyList<OrderChannel>> channels, DateTimeOffset now)
    {
        if (!Running(course, plan).Any(running => running.Id == clock.Id && running.Due == clock.Due) || clock.Due > now)
            return Array.Empty<IncidentEvent>();
        if (Subject(clock, "accept-") is { } late && course.Find(late) is not null)
            return new AcceptanceLapsed(late, clock.Due, course.Stamp(now));
        if (Subject(clock, "receipt-") is { } silent && course.Find(silent) is { } held)
        {
            var has = channels(held.Responder);
            var next = held.Receipt.Tried + 1;
            return new ReceiptLapsed(silent, has[Math.Min(held.Receipt.Tried, has.Count - 1)], next < has.Count ? has[next] : null, clock.Due, course.Stamp(now));
        }

        return clock.Roles is [var role] && RecommendationRules.Waiting(course, role) is { } waiting
            ? RecommendationRules.Lapse(course, waiting, plan.OnUnconfirmed, clock.Due, now)
            : Array.Empty<IncidentEvent>();
    }

    private static OperationId? Subject(DueClock clock, string kind)
        => clock.Id.StartsWith(kind, StringComparison.Ordinal) && OperationId.TryParse(clock.Id[kind.Length..], out var op) ? op : null;
}
