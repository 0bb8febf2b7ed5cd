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
        if (plan is null || course.Phase != IncidentPhase.Open)
            return null;
        DateTimeOffset? earliest = null;
        foreach (var role in plan.Roles)
            if (role.WithinSeconds is { } within && OutstandingSince(course, role) is { } since && !(earliest <= since.AddSeconds(within)))
                earliest = since.AddSeconds(within);
        return earliest;
    }

    // Null: somebody of this role was on scene, or a person took the matter out of the plan's hands.
    private static DateTimeOffset? OutstandingSince(IncidentCourse course, PlanRole role)
    {
        DateTimeOffset? since = course.Case.Failed?.At ?? course.ReceivedAt;
        foreach (var assignment in course.Assignments.Skip(course.Case.RoundFrom))
        {
            if (assignment.Role != role.Role || assignment.Phase == AssignmentPhase.Refused)
                continue;
            if (assignment.Progress >= AssignmentProgress.OnScene || !assignment.IsActive)
                return null;
            if (role.Since == ClockStart.Request)
                since = assignment.RequestedAt;
        }

        return since;
    }
}
