using CityGuard.Domain.Areas;
using CityGuard.Domain.Geography;
using CityGuard.Domain.GridEvents.Events;
using CityGuard.Domain.Incidents;
using CityGuard.Domain.Journal;
using CityGuard.Domain.Targets;

namespace CityGuard.Domain.GridEvents;

/// <summary>How a ticket is handed over to 110.</summary>
public static partial class GridEventRules
{
    /// <summary>It becomes an incident and ends here, whatever it waits for.</summary>
    /// <param name="course">The ticket.</param>
    /// <param name="terms">How the city handles tickets.</param>
    /// <param name="id">Its id.</param>
    /// <param name="type">Type of the incident.</param>
    /// <param name="severity">Its severity.</param>
    /// <param name="place">A better place than the reported one, with its cell and target; null: the reported one.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">Why.</param>
    /// <param name="now">The moment of asking.</param>
    /// <param name="command">Id of the command.</param>
    public static Decision<GridEventFact> Transfer(
        GridEventCourse course, GridEventTerms terms, GridEventId id, string type, IncidentSeverity severity, (GeoPoint Place, CellId Cell, TargetId? Target)? place,
        Actor by, string why, DateTimeOffset now, string command)
    {
        if (course.Collected is not { } collected)
            return new Objection(ObjectionKind.Unknown, "there is no such event");
        var (where, cell, target) = place ?? (collected.Report.Place, collected.Report.Cell, collected.Report.Target);
        return Carry(course, terms, new EventTransferred(Transfers.IncidentOf(id), type, severity, where, cell, target, by, why, course.Stamp(now), command),
            _ => course.Step.IsOpen() ? null
                : course.Transfer is { Said: var said } ? new Objection(ObjectionKind.Conflict, $"it was handed over to 110 as {said.To} by {said.By} at {said.At:O}", $"{said.By}")
                : At(course));
    }

    /// <summary>The incident is open. Nothing when that is known, or when nothing was handed over to it.</summary>
    public static Decision<GridEventFact> TransferTaken(GridEventCourse course, IncidentId by, DateTimeOffset now)
        => course.Transfer is { TakenAt: null, Said.To: var to } && to == by ? new EventTransferTaken(to, course.Stamp(now)) : Array.Empty<GridEventFact>();
}
