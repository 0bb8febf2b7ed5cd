using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;

namespace CityGuard.Web.Desk;

/// <summary>What a person may do to an incident at the desk.</summary>
public enum DeskAction
{
    /// <summary>Fill a role of the plan.</summary>
    Send,

    /// <summary>One more than the plan wants (增派).</summary>
    Add,

    /// <summary>Another one instead (改派).</summary>
    Change,

    /// <summary>Take off (撤回).</summary>
    Recall,

    /// <summary>Release everyone and close (办结).</summary>
    Close,
}

/// <summary>A command as it was meant, on the picture that the person saw.</summary>
/// <param name="Seen">The incident as it was shown.</param>
/// <param name="Role">The role it is about; null: the whole incident.</param>
/// <param name="Op">The assignment it is about.</param>
/// <param name="To">Who is to go.</param>
public sealed record DeskOrder(DeskAction Action, IncidentView Seen, string? Role, OperationId? Op = null, ResponderId? To = null)
{
    /// <summary>True when what the person decided about is still as it was seen: then only something else about the incident has moved on.</summary>
    public bool StandsIn(IncidentView now) => now.Id == Seen.Id && (Closed(now) == Closed(Seen)) && Slot(now).SequenceEqual(Slot(Seen));

    private static bool Closed(IncidentView view) => view.State is IncidentState.Closing or IncidentState.Closed;

    private IEnumerable<OperationId> Slot(IncidentView view)
        => view.Assignments.Where(a => a.State is AssignmentState.Requested or AssignmentState.Granted && (Role is null || a.Role == Role)).Select(a => a.Op);
}
