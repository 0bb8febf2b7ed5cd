using CityGuard.Domain.Areas;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;

namespace CityGuard.Domain.Incidents;

/// <summary>Between the policy's choice and a person's word.</summary>
public static class RecommendationRules
{
    /// <summary>The stricter of two modes: an area may ask for more of a person than the plan does, and the plan for more than the area.</summary>
    public static DispatchMode Stricter(DispatchMode one, DispatchMode other) => one > other ? one : other;

    /// <summary>The area's word, where it is why a person is asked; null: nobody is, or the plan alone asks for one.</summary>
    /// <param name="mode">The mode that counts.</param>
    /// <param name="area">What the area said.</param>
    public static ModeWord? Counting(DispatchMode mode, ModeWord area) => mode != DispatchMode.Automatic && area.Mode == mode ? area : null;

    /// <summary>True when a recommendation waits for a role that was made in this mode: it is not made again. Under another mode it is, for its clock is another.</summary>
    public static bool Stands(IncidentCourse course, string role, DispatchMode mode)
        => mode != DispatchMode.Automatic && Waiting(course, role) is { } waiting && (waiting.Mode ?? DispatchMode.Manual) == mode;

    /// <summary>The recommendation that a clock is about to send without a person; null: it does something else.</summary>
    public static Decided? Sending(IncidentCourse course, ResponsePlan plan, DueClock clock)
        => plan.OnUnconfirmed == OnUnconfirmed.Send && clock.Id.StartsWith("confirm-", StringComparison.Ordinal) && clock.Roles is [var role] ? Waiting(course, role) : null;

    /// <summary>The recommendation that waits for a role; null: none does.</summary>
    public static Decided? Waiting(IncidentCourse course, string role)
        => course.Advised.Contains(role) ? course.Decisions.FindLast(d => d.Role == role) : null;

    /// <summary>A person confirms: those recommended are asked for in the same append. One of them who is held meanwhile refuses, and the next is found.</summary>
    public static Decision<IncidentEvent> Confirm(IncidentCourse course, string role, string by, string why, DateTimeOffset now, string? command = null)
    {
        if (NothingWaits(course, role) is { } objection)
            return objection;
        var waiting = Waiting(course, role)!;
        return new IncidentEvent[] { new RecommendationConfirmed(role, by, why, course.Stamp(now), command) }.Concat(Requests(course, waiting, by, why, now)).ToArray();
    }

    /// <summary>A person declines: the policy recommends those no more for this role in this round, and says who is next.</summary>
    public static Decision<IncidentEvent> Decline(IncidentCourse course, string role, string by, string why, DateTimeOffset now, string? command = null)
        => NothingWaits(course, role) is { } objection ? objection
            : new RecommendationDeclined(role, Waiting(course, role)!.Chosen, by, why, course.Stamp(now), command);

    /// <summary>Nobody confirmed in time.</summary>
    public static IncidentEvent[] Lapse(IncidentCourse course, Decided waiting, OnUnconfirmed then, DateTimeOffset due, DateTimeOffset now)
        => then == OnUnconfirmed.Send
            ? [new ConfirmationLapsed(waiting.Role, Sent: true, due, course.Stamp(now)), .. Requests(course, waiting, null, null, now)]
            : [new ConfirmationLapsed(waiting.Role, Sent: false, due, course.Stamp(now))];

    private static Objection? NothingWaits(IncidentCourse course, string role) => course.Phase switch
    {
        IncidentPhase.None => new Objection(ObjectionKind.Unknown, "no such incident"),
        not IncidentPhase.Open => new Objection(ObjectionKind.Conflict, "the incident is closing or closed"),
        _ when Waiting(course, role) is null => new Objection(ObjectionKind.Conflict, $"nothing waits to be confirmed for the role {role}", HolderOf(course, role)),
        _ => null,
    };

    private static IEnumerable<AssignmentRequested> Requests(IncidentCourse course, Decided waiting, string? by, string? why, DateTimeOffset now)
        => IncidentProcedure.Requests(course, 0, waiting.Role, [.. waiting.ChosenRecords()], now).Select(request => request with { By = by, Why = why });

    private static string? HolderOf(IncidentCourse course, string role)
        => course.Assignments.FindLast(a => a.IsActive && a.Role == role) is { } held ? $"{held.Responder} as {role} ({held.Op}), chosen by {held.By ?? "the dispatch policy"} at {held.RequestedAt:O}" : null;
}
