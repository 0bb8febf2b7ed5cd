using CityGuard.Abstractions.Desk;
using CityGuard.Abstractions.Incidents;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Responders;

namespace CityGuard.Web.Desk;

/// <summary>A command as it was meant, on the picture that the person saw.</summary>
/// <param name="Act">What.</param>
/// <param name="Seen">The incident as it was shown.</param>
/// <param name="Role">The role it is about; null: the whole incident.</param>
/// <param name="Op">The assignment it is about.</param>
/// <param name="To">Who is to go.</param>
/// <param name="From">The incident that must give him up.</param>
/// <param name="Other">The incident that may be one event with it.</param>
public sealed record DeskOrder(DeskAct Act, IncidentView Seen, string? Role, OperationId? Op = null, ResponderId? To = null, IncidentId? From = null, SimilarIncident? Other = null)
{
    /// <summary>What a person means who decides on what he sees.</summary>
    public static DeskOrder Of(DeskAct act, DeskScene scene) => act.OfRole
        ? new DeskOrder(act, scene.View, scene.Role, scene.Op, scene.Candidate?.Responder, scene.Holder?.Incident)
        : new DeskOrder(act, scene.View, null, Other: scene.Other);

    /// <summary>The assignment it is about, as it was seen.</summary>
    public AssignmentView? Assignment => Seen.Assignments.FirstOrDefault(a => a.Op == Op);

    /// <summary>True when what the person decided about is still as it was seen: then only something else about the incident has moved on.</summary>
    public bool StandsIn(IncidentView now) => now.Id == Seen.Id && (Closed(now) == Closed(Seen)) && Slot(now).SequenceEqual(Slot(Seen));

    private static bool Closed(IncidentView view) => view.State is IncidentState.Closing or IncidentState.Closed;

    private IEnumerable<OperationId> Slot(IncidentView view)
        => view.Assignments.Where(a => a.State is AssignmentState.Requested or AssignmentState.Granted && (Role is null || a.Role == Role)).Select(a => a.Op);
}
