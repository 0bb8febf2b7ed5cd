using CityGuard.Domain.Incidents;
using CityGuard.Domain.Incidents.Events;

namespace CityGuard.Grains.Telemetry;

/// <summary>
/// The facts of an incident as spans: each interval is told by the fact that ends it, so the trace says what the journal says, and says it once. The intervals are those of
/// <see cref="IncidentTimeline"/>.
/// </summary>
internal static class IncidentSpans
{
    public const string Report = "report", CallProcessing = "call processing", Assign = "assign", Accept = "accept", Turnout = "turnout", Travel = "travel",
        Response = "response", Control = "control", Clear = "clear", Close = "close", TakeUp = "take up", Select = "select", Reserve = "reserve", Order = "order", Recall = "recall", Whole = "incident";

    /// <summary>Tells a fact that was appended just now.</summary>
    public static void Tell(IncidentTracer tracer, IncidentId id, IncidentCourse before, IncidentCourse after, IncidentEvent fact)
    {
        switch (fact)
        {
            case Opened opened:
                tracer.Tell(id, Report, opened.ReceivedAt, opened.At, ("cityguard.incident.type", opened.Report.Type), ("cityguard.incident.severity", Word(opened.Report.Severity)), ("cityguard.sector", opened.Sector.Value));
                break;
            case AssignmentGranted { Op: var op, At: var at } when after.Find(op) is { } granted:
                tracer.Tell(id, Assign, granted.RequestedAt, at, [.. Who(granted), ("cityguard.outcome", "granted")]);
                break;
            case AssignmentRefused { Op: var op, At: var at } when after.Find(op) is { } refused:
                tracer.Tell(id, Assign, refused.RequestedAt, at, [.. Who(refused), ("cityguard.outcome", "refused")]);
                break;
            case ProgressRecorded { Op: var op, Progress: var step, HappenedAt: var at } when after.Find(op) is { } moved:
                var (name, from) = Step(moved, step);
                tracer.Tell(id, name, from, at, Who(moved));
                break;
            case AssignmentLost { Op: var op, At: var at } when after.Find(op) is { } lost:
                tracer.Tell(id, "lose", at, at, Who(lost));
                break;
            case Escalated { At: var at, To: var to, Clock: var clock }:
                tracer.Tell(id, "escalate", at, at, ("cityguard.area", to.Value), ("cityguard.clock", clock));
                break;
            case Reopened { At: var at }:
                tracer.Tell(id, "reopen", at, at);
                break;
            case Closed { At: var at }:
                tracer.Tell(id, Close, before.ClosingAt ?? at, at);
                // Opened again and closed again it is still one incident: its whole has been told, and what came after hangs from it.
                if (after.Rounds.IsEmpty)
                    tracer.TellWhole(id, after.ReceivedAt, at, ("cityguard.incident.type", after.Report?.Type), ("cityguard.incident.severity", Word(after.Report?.Severity)), ("cityguard.sector", after.Sector.Value));
                break;
        }
    }

    /// <summary>The interval that a crew's step ends, and when it began. Crews skip steps: then it began with the last that is known.</summary>
    private static (string Name, DateTimeOffset From) Step(Assignment held, AssignmentProgress step)
    {
        var (granted, times) = (held.AnsweredAt ?? held.RequestedAt, held.Steps);
        return step switch
        {
            AssignmentProgress.Accepted => (Accept, granted),
            AssignmentProgress.EnRoute => (Turnout, granted),
            AssignmentProgress.OnScene => (Travel, times.EnRoute ?? times.Accepted ?? granted),
            AssignmentProgress.Controlled => (Control, times.OnScene ?? times.EnRoute ?? granted),
            _ => (Clear, times.Controlled ?? times.OnScene ?? times.EnRoute ?? granted),
        };
    }

    private static (string Key, object? Value)[] Who(Assignment assignment)
        => [("cityguard.operation", assignment.Op.Value), ("cityguard.responder.id", assignment.Responder.Value), ("cityguard.role", assignment.Role)];

    internal static string? Word(IncidentSeverity? severity) => severity?.ToString().ToLowerInvariant();
}
