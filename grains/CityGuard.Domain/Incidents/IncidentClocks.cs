using CityGuard.Domain.Plans;

namespace CityGuard.Domain.Incidents;

/// <summary>The clocks of an incident that follow from its facts.</summary>
public static class IncidentClocks
{
    /// <summary>
    /// When the incident becomes late: the earliest moment at which a role of its plan should have been on scene and was not.
    /// A role's clock runs from its request, or from the receipt where the plan says so and before anyone is requested. Null: nothing can become late.
    /// </summary>
    public static DateTimeOffset? LateAt(IncidentCourse course, ResponsePlan? plan)
    {
        if (plan is null || course.Phase != IncidentPhase.Open || !course.Dispatches)
            return null;
        DateTimeOffset? earliest = null;
        foreach (var role in plan.Roles)
            if (DueOf(course, role) is { } due && !(earliest <= due))
                earliest = due;
        return earliest;
    }

    /// <summary>When somebody of this role must be on scene; null: it has no clock, somebody was there, or a person took the matter out of the plan's hands.</summary>
    public static DateTimeOffset? DueOf(IncidentCourse course, PlanRole role)
        => role.WithinSeconds is { } within && OutstandingSince(course, role) is { } since ? since.AddSeconds(within) : null;

    // Null: somebody of this role was on scene, or a person took the matter out of the plan's hands.
    private static DateTimeOffset? OutstandingSince(IncidentCourse course, PlanRole role)
    {
        DateTimeOffset? since = course.Round?.Since ?? course.ReceivedAt;
        foreach (var assignment in course.OfRound)
        {
            if (assignment.Role != role.Role || assignment.Phase == AssignmentPhase.Refused || assignment.HasLapsed)
                continue;
            if (assignment.Progress >= AssignmentProgress.OnScene || !(assignment.IsActive || assignment.IsVacant))
                return null;
            if (role.Since == ClockStart.Request)
                since = assignment.RequestedAt;
        }

        return since;
    }
}
