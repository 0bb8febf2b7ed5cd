using CityGuard.Abstractions.GridEvents;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Handling;

namespace CityGuard.Grains.Incidents;

/// <summary>The case of an incident as others see it.</summary>
internal static class CasePictures
{
    public static CaseView View(IncidentCourse course, IncidentId id, string? note)
    {
        var (report, file) = (course.Report!, course.Case);
        return new CaseView(
            report.Channel, file.VerifiedAt is not null, file.Verification?.By, file.Verification?.How, report.Finder, report.Fatalities, FalseAlarm(file),
            file.Feedback is { } fed ? new FeedbackView(fed.Result, fed.By, fed.Responder, fed.At, note) : null, Check(file),
            [.. file.Escalations.Select(e => Line(id, e))], file.Leader?.Leader, file.Leader?.ArrivedAt, file.Lead);
    }

    /// <summary>What climbs now; null: nothing.</summary>
    public static EscalationLine[]? Climbing(IncidentCourse course, IncidentId id)
        => Escalations.Unserved(course).Select(e => Line(id, e)).ToArray() is { Length: > 0 } lines ? lines : null;

    /// <summary>The tickets that it came from or became; null: none.</summary>
    public static IncidentLinks? Links(IncidentCourse course) => course.Case is { LinkedTo: null, Transfer: null }
        ? null
        : new IncidentLinks(course.Case.LinkedTo, course.Case.Transfer?.To, course.Case.TransferTakenAt is not null);

    private static EscalationLine Line(IncidentId id, Escalation e)
        => new(id, e.Told.Number, e.Told.To, e.Told.Cause, e.Told.Clock, e.Told.At, e.Told.By, e.Noted?.By, e.Served);

    private static CheckView? Check(CaseFile file) => file switch
    {
        { Check: { } passed } => new CheckView(true, passed.By, passed.Responder, passed.Why, passed.At),
        { Failed: { } failed } => new CheckView(false, failed.By, failed.Responder, failed.Cause, failed.At),
        _ => null,
    };

    private static FalseAlarmView? FalseAlarm(CaseFile file) => file switch
    {
        { FalseAlarm: { } ended } => new FalseAlarmView(ended.Reason, ended.By, ended.Why, true, ended.Borne),
        { CalledOff: { } called } => new FalseAlarmView(called.Reason, called.By, called.Why, false),
        _ => null,
    };
}
