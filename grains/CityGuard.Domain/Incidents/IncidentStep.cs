using System.Collections.Immutable;
using CityGuard.Domain.Incidents.Events;
using CityGuard.Domain.Incidents.Handling;
using CityGuard.Domain.Incidents.Supplies;
using CityGuard.Domain.Plans;

namespace CityGuard.Domain.Incidents;

/// <summary>What an incident needs next; always the same for the same course, so that a crash in between loses nothing.</summary>
public abstract record IncidentStep
{
    private IncidentStep()
    {
    }

    /// <summary>Nothing to do until somebody speaks, or until <paramref name="Until"/>.</summary>
    public sealed record Rest(DateTimeOffset? Until) : IncidentStep;

    /// <summary>Ask these responders (again: an answer may have been lost).</summary>
    public sealed record Reserve(ImmutableArray<Assignment> Pending) : IncidentStep;

    /// <summary>Give these back (again: it may not have been heard).</summary>
    public sealed record Release(ImmutableArray<Assignment> Held) : IncidentStep;

    /// <summary>Ask the board for candidates.</summary>
    public sealed record Select(ImmutableArray<MissingRole> Roles) : IncidentStep;

    /// <summary>Hand the matter to a desk: the plan sends nobody.</summary>
    public sealed record Refer(ResponsePlan Plan) : IncidentStep;

    /// <summary>A clock that follows from what is recorded is due: do what it says, once.</summary>
    public sealed record Fire(ResponsePlan Plan, DueClock Clock) : IncidentStep;

    /// <summary>A clock is due whose matter has been settled otherwise: record it, execute nothing.</summary>
    public sealed record FireClock(DueClock Clock) : IncidentStep;

    /// <summary>The plan wants a command post.</summary>
    public sealed record OpenPost(ResponsePlan Plan) : IncidentStep;

    /// <summary>An item of the post's checklist was not done in time: record it, once.</summary>
    public sealed record LapseItem(ChecklistLine Line) : IncidentStep;

    /// <summary>A clock has run out: tell the command level of this number, 0 the station.</summary>
    public sealed record Climb(Matter Matter, int Level) : IncidentStep;

    /// <summary>What was escalated is done: say so, so that it climbs no further.</summary>
    public sealed record ServeEscalations(ImmutableArray<ServedEscalation> Served) : IncidentStep;

    /// <summary>A role that was looked for farther away is filled, or wanted no more: say so.</summary>
    public sealed record ServeReach : IncidentStep;

    /// <summary>Every crew has cleared, or a desk has it: begin to close.</summary>
    public sealed record BeginClosing(string Why) : IncidentStep;

    /// <summary>Everybody is given back: tell 12345 of the ticket (again: it may not have been heard).</summary>
    public sealed record HandOn(Transferred Owed) : IncidentStep;

    /// <summary>Nothing is pending and nobody held: close.</summary>
    public sealed record Close : IncidentStep;

    /// <summary>The plan is taken up: record what it wants from the stocks.</summary>
    public sealed record WantSupplies(ResponsePlan Plan) : IncidentStep;

    /// <summary>Ask the stocks (again: an answer may have been lost).</summary>
    public sealed record DrawSupplies(SupplyWant Want) : IncidentStep;

    /// <summary>Give back what was drawn (again: it may not have been heard).</summary>
    public sealed record ReturnSupplies(SupplyWant Want) : IncidentStep;
}

/// <summary>A role of the plan with slots nobody fills.</summary>
/// <param name="Role">The role.</param>
/// <param name="Count">How many are missing.</param>
public readonly record struct MissingRole(PlanRole Role, int Count);
