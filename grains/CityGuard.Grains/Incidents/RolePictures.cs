using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;

namespace CityGuard.Grains.Incidents;

/// <summary>The roles, clocks and orders of an incident as others see them.</summary>
internal static class RolePictures
{
    public static RoleView[] Roles(IncidentCourse course, ResponsePlan? plan, DateTimeOffset now)
        => plan is null ? [] : [.. plan.Roles.Select(role => View(course, role, now))];

    public static ClockView[] Clocks(IncidentCourse course, ResponsePlan? plan)
        => [.. course.Clocks.Concat(IncidentClockwork.Running(course, plan)).OrderBy(clock => clock.Due).Select(clock => new ClockView(clock.Id, clock.Due, clock.Roles ?? []))];

    /// <summary>How an order is on its way; null: nobody was ordered yet, or nobody is any more.</summary>
    public static ReceiptView? Receipt(Assignment assignment, Func<ResponderId, IReadOnlyList<OrderChannel>> channels)
        => assignment.Phase != AssignmentPhase.Granted ? null
            : assignment.Steps.Accepted is { } accepted && assignment.Receipt.GivenAt is null ? new ReceiptView(OrderChannel.Terminal, assignment.Receipt.Tried, accepted)
            : new ReceiptView(OrderRules.ChannelOf(assignment, channels(assignment.Responder)), assignment.Receipt.Tried, assignment.Receipt.GivenAt);

    private static RoleView View(IncidentCourse course, PlanRole role, DateTimeOffset now)
    {
        var due = course.Phase == IncidentPhase.Open ? IncidentClocks.DueOf(course, role) : null;
        return new RoleView(
            role.Role, role.Kinds, role.Count, [.. course.Assignments.Where(a => a.IsActive && a.Role == role.Role).Select(a => a.Op)], due, due <= now,
            RecommendationRules.Waiting(course, role.Role)?.Chosen ?? [], course.Unconfirmed.Contains(role.Role), role.WithinSeconds, Reaching.Of(course, role.Role));
    }
}
