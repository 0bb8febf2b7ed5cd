using System.Globalization;
using CityGuard.Domain.Areas.Events;
using CityGuard.Domain.GridEvents.Events;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Incidents.Merging;
using CityGuard.Domain.Responders.Events;

namespace CityGuard.Domain.Journal.Invariants;

/// <summary>Something that somebody was told is durable, written down outside the city at the moment of being told.</summary>
/// <param name="Kind">Kind of the event, as stored: <c>Opened</c>, <c>AssignmentGranted</c>, <c>ProgressRecorded</c>, <c>SignedIn</c>, <c>ModeSet</c> ...</param>
/// <param name="Stream">Its stream: the id of the incident, responder or area, or <c>city</c>.</param>
/// <param name="Version">Its version when it was told; null: some version.</param>
/// <param name="Operation">What tells it from others of its kind, see <see cref="OperationOf(IncidentEvent)"/>; null: any.</param>
public sealed record AckedFact(string Kind, string Stream, long? Version, string? Operation)
{
    /// <summary>Reads <c>kind id version operation</c>, separated by blanks; <c>-</c> stands for what is not known.</summary>
    /// <exception cref="FormatException">The line is something else.</exception>
    public static AckedFact Parse(string line)
    {
        var parts = line.Split((char[])[' ', '\t'], 4, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length < 2)
            throw new FormatException($"'{line}' is no acknowledged fact: kind, id, version, operation are wanted.");
        long? version = null;
        if (parts.Length > 2 && parts[2] != "-")
            version = long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : throw new FormatException($"'{parts[2]}' in '{line}' is no version.");
        return new AckedFact(parts[0], parts[1], version, parts.Length > 3 && parts[3] != "-" ? parts[3] : null);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind} {Stream} {Version?.ToString(CultureInfo.InvariantCulture) ?? "-"} {Operation ?? "-"}");

    /// <summary>The operation of an event: <c>source/sourceId</c> of a report, <c>o-1</c> of an assignment, <c>o-1/onScene</c> of a step.</summary>
    public static string? OperationOf(IncidentEvent happened) => happened switch
    {
        Opened e => $"{e.Report.Source}/{e.Report.SourceId}",
        AssignmentRequested e => e.Op.Value,
        AssignmentGranted e => e.Op.Value,
        AssignmentRefused e => e.Op.Value,
        AssignmentRecalled e => e.Op.Value,
        AssignmentReleased e => e.Op.Value,
        ProgressRecorded e => $"{e.Op}/{char.ToLowerInvariant(e.Progress.ToString()[0])}{e.Progress.ToString()[1..]}",
        AssignmentLost e => e.Op.Value,
        ClockSet e => e.Clock,
        ClockFired e => e.Clock,
        _ => (CaseEvolution.CommandOf(happened) ?? MergeEvolution.CommandOf(happened))?.Id,
    };

    /// <summary>The operation of an event: the id of the command.</summary>
    public static string? OperationOf(AreaEvent happened) => happened switch
    {
        AutomaticSet set => set.Command,
        DutySet set => set.Command,
        DutyEnded end => end.Command,
        ModeSet set => set.Command,
        _ => null,
    };

    /// <summary>The operation of an event: the package that the journal was bound to.</summary>
    public static string? OperationOf(CityEvent happened) => happened is CityBound bound ? bound.Package : null;

    /// <summary>The operation of an event: <c>i-.../o-1</c> of ownership, the check's name of a renewal.</summary>
    public static string? OperationOf(ResponderEvent happened) => happened switch
    {
        Assigned e => $"{e.Incident}/{e.Op}",
        Released e => $"{e.Incident}/{e.Op}",
        Diverted e => $"{e.To}/{e.Op}",
        ForceReleased e => $"{e.Incident}/{e.Op}",
        CheckRenewed e => e.Check,
        LossHeard e => $"{e.Incident}/{e.Op}",
        _ => null,
    };

    /// <summary>The operation of an event: <c>source/sourceId</c> of a report, the id of a command, the clock.</summary>
    public static string? OperationOf(GridEventFact happened) => happened switch
    {
        EventCollected e => $"{e.Report.Source}/{e.Report.SourceId}",
        CommandedFact e => e.Command,
        EventClockSet e => e.Clock,
        EventClockFired e => e.Clock,
        _ => null,
    };
}
