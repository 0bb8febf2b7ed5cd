using CityGuard.Domain.Plans;

namespace CityGuard.Domain.Incidents.Handling;

/// <summary>The matters of an incident that climb when they are late. Their clocks follow from journaled facts and the plan, so a restart loses none.</summary>
public static class Matters
{
    /// <summary>All matters of an open incident.</summary>
    public static IEnumerable<Matter> Of(IncidentCourse course, ResponsePlan? plan)
    {
        if (plan is null || course.Phase != IncidentPhase.Open)
            yield break;
        foreach (var role in plan.Roles)
            if (role.WithinSeconds is not null && course.Dispatches)
                yield return Scene(course, role);
        if (plan.Clocks.LeaderSeconds is { } leader && IsGrave(course))
            yield return new Matter("leader", "no leader is on scene", course.Case.Leader is null ? course.ReceivedAt.AddSeconds(leader) : null, course.Case.Leader?.Leader);
        if (plan.Closing == ClosingRule.OnCleared)
            yield break;
        if (plan.Clocks.FeedbackSeconds is { } feedback)
            yield return new Matter("feedback", "nobody has fed back", course.Case.Feedback is null && DoneAt(course) is { } done ? done.AddSeconds(feedback) : null, course.Case.Feedback is { } fed ? $"fed back by {fed.By}" : null);
        if (plan.Closing == ClosingRule.AfterCheck && plan.Clocks.CheckSeconds is { } check)
            yield return new Matter(
                "check", "nobody has checked", course.Case is { Check: null, Feedback: { } since } ? since.At.AddSeconds(check) : null,
                course.Case.Check?.By is { } by ? $"checked by {by}" : course.Case.Feedback is null ? "to be handled again" : null);
    }

    /// <summary>Fatal, or as grave as can be: a leader must come.</summary>
    public static bool IsGrave(IncidentCourse course) => course.Report is { Fatalities: > 0 } or { Severity: IncidentSeverity.Critical };

    private static Matter Scene(IncidentCourse course, PlanRole role)
    {
        var due = IncidentClocks.DueOf(course, role);
        var there = course.OfRound.FirstOrDefault(a => a.Role == role.Role && a.Progress >= AssignmentProgress.OnScene);
        return new Matter($"scene-{role.Role}", $"{role.Role} is not on scene", due, due is not null ? null : there is null ? "a person has taken it in hand" : $"{there.Responder} is on scene");
    }

    private static DateTimeOffset? DoneAt(IncidentCourse course)
        => Aftercare.IsDone(course) ? course.Case.HandledAt : null;
}
