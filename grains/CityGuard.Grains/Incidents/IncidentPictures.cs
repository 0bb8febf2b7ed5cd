using CityGuard.Abstractions.Feed;
using CityGuard.Abstractions.Incidents;
using CityGuard.Abstractions.Responders;
using CityGuard.Domain.Dispatch;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Incidents.Merging;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Plans;
using CityGuard.Domain.Responders;

namespace CityGuard.Grains.Incidents;

/// <summary>An incident as others see it.</summary>
internal static class IncidentPictures
{
    public static IncidentState StateOf(IncidentCourse course) => course.Phase switch
    {
        IncidentPhase.Closed => IncidentState.Closed,
        IncidentPhase.Closing => IncidentState.Closing,
        _ when Aftercare.IsDone(course) => course.Case switch { { Check: not null } => IncidentState.Checked, { Feedback: not null } => IncidentState.FedBack, _ => course.Dispatches ? IncidentState.Cleared : IncidentState.Open },
        _ when !course.Assignments.Exists(Holds) => IncidentState.Open,
        _ when course.Assignments.TrueForAll(a => !Holds(a) || a.Progress == AssignmentProgress.Cleared) => IncidentState.Cleared,
        _ => IncidentState.Dispatched,
    };

    public static IncidentView View(
        IncidentCourse course, IncidentId id, long version, ResponsePlan? plan, PersonalData? personal, Func<ResponderId, IReadOnlyList<OrderChannel>> channels, DateTimeOffset now,
        string? note = null)
    {
        var (report, timeline) = (course.Report!, IncidentTimeline.Of(course));
        return new IncidentView(
            id, version, StateOf(course), report.Type, report.Severity, report.Place, report.Cell, course.Sector, report.Target, Times(course, timeline), plan?.Id,
            course.Desk, [.. course.Assignments.Select(a => View(a) with { Receipt = RolePictures.Receipt(a, channels) })], [.. course.Decisions.Select(View)], personal?.Description, personal?.CallerPhone,
            timeline.Intervals, CasePictures.View(course, id, note), RolePictures.Roles(course, plan, now), RolePictures.Clocks(course, plan),
            CasePictures.Links(course), course.Merges.InForce?.Into, [.. course.Merges.Parts.Select(View)]);
    }

    public static IncidentLine Line(IncidentCourse course, IncidentId id, bool late, DateTimeOffset? due) => new(
        id, course.Report!.Type, course.Report.Severity, StateOf(course), course.Report.Place, course.Sector, course.ReceivedAt, late,
        [.. course.Assignments.Where(Holds).Select(a => a.Responder)], course.Case.VerifiedAt is null, CasePictures.Climbing(course, id), due, course.Report.Target);

    public static IncidentDelta Delta(IncidentCourse course, IncidentId id)
        => new(id, course.Report!.Place, course.Report.Type, course.Report.Severity, course.IsOpen, course.ReceivedAt.ToUnixTimeMilliseconds());

    /// <param name="turnout">Of the responder, deciseconds: part of its arrival, and none of its route.</param>
    public static Order OrderOf(IncidentCourse course, IncidentId id, Assignment assignment, int turnout) => new(
        0, assignment.Responder, id, assignment.Op, assignment.Epoch, false, course.Report!.Type, course.Report.Severity, assignment.Role, course.Report.Place,
        Math.Max(0, (assignment.Deciseconds ?? 0) - turnout) / 10.0, assignment.AnsweredAt!.Value);

    private static bool Holds(Assignment assignment) => assignment.Phase is AssignmentPhase.Granted or AssignmentPhase.Recalled;

    private static IncidentTimes Times(IncidentCourse course, IncidentTimeline times) => new(
        times.OccurredAt, times.ReceivedAt, times.DispatchedAt, times.AcceptedAt, times.EnRouteAt, times.OnSceneAt, times.ControlledAt, times.ClearedAt, times.ClosedAt,
        course.Case.VerifiedAt, course.Case.Feedback?.At, course.Case.Check?.At);

    private static AssignmentView View(Assignment a) => new(
        a.Op, a.Responder, a.Role,
        a.Phase switch
        {
            AssignmentPhase.Requested => AssignmentState.Requested,
            AssignmentPhase.Granted or AssignmentPhase.Recalled => AssignmentState.Granted,
            AssignmentPhase.Refused => AssignmentState.Refused,
            AssignmentPhase.Lost => AssignmentState.Lost,
            _ => AssignmentState.Released,
        },
        a.Phase == AssignmentPhase.Requested ? a.ExpectedEpoch : a.Epoch, a.Reason, a.RequestedAt, a.Phase == AssignmentPhase.Refused ? null : a.AnsweredAt,
        a.Steps.Accepted, a.Steps.EnRoute, a.Steps.OnScene, a.Steps.Controlled, a.Steps.Cleared, a.ReleasedAt, From: a.From, LostTo: a.LostTo);

    private static MergedView View(AttachedIncident part) => new(
        part.Younger, part.Told.By, part.Told.Why, part.Told.At,
        [.. part.Told.Reports.Select(r => new EvidenceView(r.Report.Source, r.Report.SourceId, r.Report.Channel, r.Report.Type, r.Report.Severity, r.ReceivedAt))]);

    private static DecisionView View(Decided d) => new(
        d.At, d.Role, d.Sent ? d.Cause : $"{d.Cause}, recommended only", d.Chosen,
        [.. d.Nearest.Select(c => new CandidateView(c.Responder, c.Kind, c.Ds / 10.0, DecisionRecords.KeyOf(c.Verdict)))], d.Counts,
        d.Mode ?? (d.Sent ? DispatchMode.Automatic : DispatchMode.Manual), d.Word, d.Reach ?? Reach.Ring, d.Plan, d.PlanVersion);
}
