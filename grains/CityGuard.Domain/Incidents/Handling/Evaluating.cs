using System.Text.Json;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;

namespace CityGuard.Domain.Incidents.Handling;

/// <summary>How an incident went, measured from its facts: nothing is judged that is not recorded.</summary>
public static class Evaluating
{
    /// <summary>The evaluation as it stands: the signed one, once somebody has signed.</summary>
    /// <param name="course">The incident.</param>
    /// <param name="plan">Its plan, for the clocks of its roles; null: none.</param>
    /// <param name="standards">What its intervals are measured by.</param>
    public static Evaluation Of(IncidentCourse course, ResponsePlan? plan, IReadOnlyList<IntervalStandard> standards)
        => course.Case.Evaluation is { } signed
            ? new Evaluation(signed.Intervals, signed.NotSent, signed.By, signed.At, signed.Why)
            : new Evaluation([.. Whole(course, standards), .. Roles(course, plan)], [.. NotSent(course)]);

    /// <summary>A person signs it, once it is closed.</summary>
    public static Decision<IncidentEvent> Sign(
        IncidentCourse course, ResponsePlan? plan, IReadOnlyList<IntervalStandard> standards, string by, string why, DateTimeOffset now, string? command)
    {
        if (course.Phase == IncidentPhase.None)
            return new Objection(ObjectionKind.Unknown, "no such incident");
        if (course.Case.Evaluation is { } signed)
            return new Objection(ObjectionKind.Conflict, $"{signed.By} has signed its evaluation at {signed.At:O}", signed.By);
        if (course.Phase != IncidentPhase.Closed)
            return new Objection(ObjectionKind.Conflict, "an incident is evaluated when it is closed");
        var evaluation = Of(course, plan, standards);
        return new Evaluated(by, why, evaluation.Intervals, evaluation.NotSent, course.Stamp(now), command);
    }

    private static IEnumerable<IntervalFinding> Whole(IncidentCourse course, IReadOnlyList<IntervalStandard> standards)
    {
        var intervals = IncidentTimeline.Of(course).Intervals;
        yield return Of(IntervalStandard.CallProcessing, intervals.CallProcessing);
        yield return Of(IntervalStandard.Turnout, intervals.Turnout);
        yield return Of(IntervalStandard.Travel, intervals.Travel);
        yield return Of(IntervalStandard.Response, intervals.Response);

        IntervalFinding Of(string interval, double? seconds)
            => Finding(interval, null, seconds, standards.FirstOrDefault(s => s.Interval == interval && (s.Severities is null || s.Severities.Contains(course.Report!.Severity)))?.Seconds);
    }

    // A role counts from where its clock does, to the first of its crews on scene.
    private static IEnumerable<IntervalFinding> Roles(IncidentCourse course, ResponsePlan? plan)
    {
        foreach (var role in plan?.Roles ?? [])
        {
            var there = course.Assignments.FindAll(a => a.Role == role.Role && a.Steps.OnScene is not null).MinBy(a => a.Steps.OnScene);
            var since = role.Since == ClockStart.Receipt ? course.ReceivedAt : there?.RequestedAt;
            yield return Finding(IntervalStandard.Response, role.Role, (there?.Steps.OnScene - since)?.TotalSeconds, role.WithinSeconds);
        }
    }

    private static IEnumerable<NotSent> NotSent(IncidentCourse course)
    {
        foreach (var decided in course.Decisions.DistinctBy(d => d.Role))
        {
            var sent = course.Assignments.FindAll(a => a.Role == decided.Role && a.Phase != AssignmentPhase.Refused).Select(a => a.Responder).ToHashSet();
            var slowest = decided.Nearest.Where(c => sent.Contains(c.Responder)).Max(c => c.Ds);
            if (decided.Nearest.Where(c => c.Ds is not null && !sent.Contains(c.Responder)).MinBy(c => c.Ds) is not { } nearest || nearest.Ds >= slowest)
                continue;
            var refused = course.Assignments.Find(a => a.Role == decided.Role && a.Responder == nearest.Responder && a.Phase == AssignmentPhase.Refused);
            yield return new NotSent(
                decided.Role, nearest.Responder, nearest.Ds!.Value / 10.0,
                refused is null ? JsonNamingPolicy.CamelCase.ConvertName(nearest.Verdict.ToString()) : $"refused: {refused.Reason}");
        }
    }

    private static IntervalFinding Finding(string interval, string? role, double? seconds, int? standard)
        => new(interval, role, seconds, standard, seconds > standard ? seconds - standard : null);
}
