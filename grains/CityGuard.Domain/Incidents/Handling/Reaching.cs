using System.Collections.Immutable;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Plans;

namespace CityGuard.Domain.Incidents.Handling;

/// <summary>How far away somebody is looked for who fits a role, and since when.</summary>
public sealed record RoleReach(Reach Reach, DateTimeOffset Since);

/// <summary>
/// Nobody fits within the ring: then the neighbour stations are asked, the district, the city, a neighbour city, one after the other, until the role is filled.
/// How long each is waited for is the plan's; what widens it is a fact, so that a restart goes on where it stood.
/// </summary>
public static class Reaching
{
    /// <summary>From finding too few to looking farther away, where the plan does not say; seconds.</summary>
    public const int UsualSeconds = 10;

    /// <summary>How far is looked now.</summary>
    public static Reach Of(IncidentCourse course, string role) => course.Reaches.GetValueOrDefault(role)?.Reach ?? Reach.Ring;

    /// <summary>When it may be looked farther away for a role that stays short; null: there is nothing farther.</summary>
    /// <param name="course">The incident.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="role">The role.</param>
    /// <param name="widest">The farthest that the city has.</param>
    /// <param name="now">The moment of finding too few.</param>
    public static DateTimeOffset? WidensAt(IncidentCourse course, ResponsePlan plan, string role, Reach widest, DateTimeOffset now)
        => (course.Reaches.GetValueOrDefault(role) ?? new RoleReach(Reach.Ring, course.Stamp(now))) is var looked && looked.Reach < widest
            ? looked.Since.AddSeconds(plan.Clocks.WidenSeconds ?? UsualSeconds) : null;

    /// <summary>The wider reach of a role that stays short.</summary>
    public static ReachWidened Widen(IncidentCourse course, string role, int found, int wanted, DateTimeOffset now)
    {
        var from = Of(course, role);
        return new ReachWidened(role, from, from + 1, found, wanted, course.Stamp(now));
    }

    /// <summary>Whether something is served of the roles that were looked for farther away, or a neighbour city is needed no more; null: nothing.</summary>
    public static IncidentStep? Step(IncidentCourse course, ResponsePlan? plan)
        => Serve(course, plan, course.LastStamp).Count > 0 ? new IncidentStep.ServeReach() : null;

    /// <summary>The words that say so, each once.</summary>
    public static IReadOnlyList<IncidentEvent> Serve(IncidentCourse course, ResponsePlan? plan, DateTimeOffset now)
        => course.Reaches.IsEmpty && course.Partners.IsEmpty ? []
            : [.. Served(course, plan).Select(IncidentEvent (served) => new ReachServed(served.Role, Of(course, served.Role), served.What, course.Stamp(now))), .. PartnerRules.Withdraw(course, plan, now)];

    /// <summary>True when nobody is missing in a role and no answer is waited for.</summary>
    public static bool IsFilled(IncidentCourse course, ResponsePlan plan, string role)
        => IncidentProcedure.Missing(course, plan).All(missing => missing.Role.Role != role) && !course.Assignments.Exists(a => a.Role == role && a.Phase == AssignmentPhase.Requested);

    /// <summary>The reaches after one more fact: too few within the ring begin one, enough within it end it.</summary>
    public static ImmutableDictionary<string, RoleReach> Evolve(ImmutableDictionary<string, RoleReach> reaches, IncidentEvent happened) => happened switch
    {
        Decided e when e.Chosen.Count < e.Wanted.Count => reaches.ContainsKey(e.Role) ? reaches : reaches.SetItem(e.Role, new RoleReach(Reach.Ring, e.At)),
        Decided e when reaches.GetValueOrDefault(e.Role) is { Reach: Reach.Ring } => reaches.Remove(e.Role),
        ReachWidened e => reaches.SetItem(e.Role, new RoleReach(e.Reach, e.At)),
        ReachServed e => reaches.Remove(e.Role),
        // A round of its own looks near the place first.
        Reopened or CheckFailed => reaches.Clear(),
        _ => reaches,
    };

    private static List<(string Role, string What)> Served(IncidentCourse course, ResponsePlan? plan)
    {
        var served = new List<(string, string)>();
        foreach (var (role, looked) in course.Reaches)
            if (looked.Reach > Reach.Ring && ServedBy(course, plan, role) is { } what)
                served.Add((role, what));
        return served;
    }

    private static string? ServedBy(IncidentCourse course, ResponsePlan? plan, string role)
        => course.Phase != IncidentPhase.Open ? "closed"
            : plan is null || !course.Dispatches || plan.Roles.All(wanted => wanted.Role != role) ? "unwanted"
            : IsFilled(course, plan, role) ? "filled" : null;
}
