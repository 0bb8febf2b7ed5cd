using System.Text.Json;
using System.Text.Json.Nodes;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Journal;

namespace CityGuard.Domain.Incidents.Handling;

/// <summary>All that happened in an incident, one line a fact, in order.</summary>
public static class Chronicle
{
    private static readonly string[] Whos = ["by", "responder"], Whys = ["why", "reason", "cause", "how", "what"];

    /// <summary>The lines of an incident.</summary>
    public static IReadOnlyList<ChronicleEntry> Of(IncidentCourse course) => [.. course.Facts.Select(fact => Line(course, fact))];

    private static ChronicleEntry Line(IncidentCourse course, IncidentEvent fact) => fact switch
    {
        Opened e => new(e.At, "opened", e.Report.Finder?.Value ?? e.Report.Source, e.Report.Channel),
        ReportDiffered e => new(e.At, "reportDiffered", e.Report.Source),
        ReferredToDesk e => new(e.At, "referredToDesk", e.Desk, $"plan {e.Plan}"),
        Decided e => new(e.At, e.Sent ? "decided" : "recommended", null, $"{e.Role}, {e.Cause}: {(e.Chosen.Count == 0 ? "nobody fits" : string.Join(", ", e.Chosen))}"),
        AssignmentRequested e => new(e.At, "assignmentRequested", e.By ?? e.Responder.Value, e.Why ?? e.Role, e.Op),
        AssignmentGranted e => new(e.At, "assignmentGranted", ResponderOf(course, e.Op), null, e.Op),
        AssignmentRefused e => new(e.At, "assignmentRefused", ResponderOf(course, e.Op), e.Reason, e.Op),
        AssignmentReleased e => new(e.At, "assignmentReleased", ResponderOf(course, e.Op), null, e.Op),
        ProgressRecorded e => new(e.At, JsonNamingPolicy.CamelCase.ConvertName(e.Progress.ToString()), ResponderOf(course, e.Op), null, e.Op),
        ClockSet e => new(e.At, "clockSet", null, e.Clock),
        ClockFired e => new(e.At, "clockFired", null, e.Clock),
        _ => AsStored(fact),
    };

    // What is stored says who, why and for which operation by the same few names everywhere, so a kind of fact that came later has its line too.
    private static ChronicleEntry AsStored(IncidentEvent fact)
    {
        var stored = JsonSerializer.SerializeToNode(fact, EventJson.Default.IncidentEvent)!.AsObject();
        return new ChronicleEntry(
            fact.At, JsonNamingPolicy.CamelCase.ConvertName(fact.GetType().Name), First(stored, Whos), First(stored, Whys),
            OperationId.TryParse(First(stored, ["op"]), out var op) ? op : null);
    }

    private static string? First(JsonObject stored, string[] names)
        => names.Select(name => stored[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null).FirstOrDefault(text => text is not null);

    private static string? ResponderOf(IncidentCourse course, OperationId op) => course.Find(op)?.Responder.Value;
}
